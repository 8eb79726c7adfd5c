using System.Globalization;
using Bot.Answers;
using Bot.Chat;
using Bot.State;
using Bot.Subscriptions;

namespace Bot.Askers;

/// <summary>/forget me: what the bot keeps of a person, and its removal. Of digests it is not kept whose wish they were.</summary>
internal sealed class ForgetAnswers(AskedRecorder asked, AskedStore store, WatchStore watches, PersonKeys keys)
{
    /// <exception cref="Briefings.Storing.StateException">It cannot be read or removed for now.</exception>
    public Draft Find(Command command)
    {
        if (command.By is not { } by) return Draft.Failed("Nobody is known here: give it in the chat, at the prompt, or on the page.");
        asked.Write();
        var (questions, missed, verdicts) = store.CountOf(by);
        var kept = watches.CountOf(keys.Of(by));
        var what = string.Join(", ", new[]
        {
            Counted(questions, "question", "with when you last asked each and what you were shown"), Counted(missed, "question", "without an answer"),
            Counted(verdicts, "verdict", "on answers"), Counted(kept, "watch", null),
        }.OfType<string>());
        if (command.Option("confirm") is not "yes")
        {
            return what.Length == 0
                ? Draft.NotFound("Nothing is kept of you.")
                : new Draft(AnswerStatus.Found)
                {
                    Reason = $"Kept of you, under a key that stands for you: {what}. Removing it cannot be undone.",
                    Next = [new NextStep("Remove it all", $"/{CommandCatalog.ForgetMe} confirm:yes")],
                };
        }
        asked.Forget(by);
        watches.Forget(keys.Of(by));
        return new Draft(AnswerStatus.Found) { Reason = what.Length == 0 ? "Nothing was kept of you." : $"Removed: {what}." };
    }

    private static string? Counted(int count, string what, string? which) => count == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : what.EndsWith("ch", StringComparison.Ordinal) ? "es" : "s")}{(which is null ? "" : " " + which)}");
}
