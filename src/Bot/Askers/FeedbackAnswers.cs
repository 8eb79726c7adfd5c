using Bot.Answers;
using Bot.Chat;

namespace Bot.Askers;

/// <summary>/feedback: whether an answer was of use, and why not. The last word of each person on each question counts.</summary>
internal sealed class FeedbackAnswers(AskedStore store, TimeProvider time)
{
    public const string Helped = "helped", Other = "other";

    public static bool Answers(Command command) => command.Name.StartsWith(CommandCatalog.Feedback + " ", StringComparison.Ordinal);

    /// <exception cref="Briefings.Storing.StateException">It cannot be kept for now.</exception>
    public Draft Find(Command command)
    {
        if (command.By is not { } by) return Draft.Failed("Nobody is known here, so nothing is noted: say it in the chat, at the prompt, or on the page.");
        var (lookUp, problem) = LookUp.Parse(command.Option("what")!, command.Scope);
        if (lookUp is null) return Draft.Failed(problem!);
        var (verdict, line) = (command.Name[(CommandCatalog.Feedback.Length + 1)..], LookUp.LineOf(lookUp));
        store.KeepVerdict(by, lookUp, line, verdict, time.GetUtcNow());
        return verdict == Helped
            ? new Draft(AnswerStatus.Found) { Reason = "Noted that this helped.", Next = [new NextStep("It did not", $"/{CommandCatalog.Feedback} {Other} {line}")] }
            : new Draft(AnswerStatus.Found)
            {
                Reason = verdict == Other ? "Noted that this did not help. Why not?" : $"Noted why this did not help: {SentenceOf(verdict)}.",
                Next = verdict == Other ? [.. Reasons(line)] : [],
            };
    }

    /// <summary>Why an answer was of no use, as buttons.</summary>
    private static IEnumerable<NextStep> Reasons(string line) => CommandCatalog.Find(CommandCatalog.Feedback)!.Subcommands
        .Where(one => one.ShortName is not (Helped or Other))
        .Select(one => new NextStep(one.Summary, $"/{one.Name} {line}"));

    /// <summary>"it is about something else".</summary>
    public static string SentenceOf(string reason) => reason switch
    {
        "unrelated" => "it is about something else",
        "wrong" => "it is wrong",
        "outdated" => "it is out of date",
        "incomplete" => "something is missing",
        _ => "no reason given",
    };
}
