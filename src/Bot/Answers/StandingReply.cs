using System.Globalization;
using Bot.Chat;

namespace Bot.Answers;

/// <summary>The blocks of what lives on who asks: watches, what is new since, what was not found.</summary>
internal static class StandingReply
{
    public static IEnumerable<ReplyBlock> Of(Answer answer)
    {
        foreach (var one in answer.Watches ?? [])
        {
            yield return new Field(one.Id, string.Join(" · ", new[] { one.Question, one.Became, one.Place }.OfType<string>()));
            if (one.HasAnswer) yield return new Button($"Show {one.Id}", $"/watch show {one.Id}");
            yield return one.IsWaiting ? new Button($"Stop {one.Id}", $"/watch stop {one.Id}") : new Button($"Watch again {one.Id}", $"/watch resume {one.Id}");
        }
        foreach (var block in answer.Gaps is { } gaps ? Gaps(gaps) : []) yield return block;
        foreach (var gone in answer.Since?.Withdrawn ?? [])
        {
            yield return new Field("Withdrawn", $"{gone.Citation} · {gone.Briefing} {(gone.IsGone ? "is gone" : "was corrected, and what you were shown stands there no more")}");
        }
    }

    public static IEnumerable<ReplyBlock> Body(Answer answer, AnswerSince since) => since.Items.SelectMany(item => PassageReply.Of(
        answer.Passages[item.Passage], item switch { { Kind: "new" } => null, { Before: { } before } => $"Changed; before: “{before}”", _ => "Changed; added:" }));

    private static IEnumerable<ReplyBlock> Gaps(AnswerGaps gaps)
    {
        yield return new Heading("Asked and not found");
        if (!gaps.HasWords) yield return new Line("The words of questions are not kept. With Privacy:KeepQuestions they are, from then on.");
        // Without words a line for each would say the same again and again.
        foreach (var command in gaps.HasWords ? [] : gaps.Missed.GroupBy(gap => gap.Command))
        {
            yield return new Field($"/{command.Key}", $"{Counted(command.Count(), "question")}, {Counted(command.Sum(gap => gap.Times), "time")} in all, last on {Day(command.Max(gap => gap.Last))}");
        }
        foreach (var gap in gaps.HasWords ? gaps.Missed : [])
        {
            yield return new Field(Asked(gap.Command, gap.Words), $"{Counted(gap.Times, "time")}, by {Counted(gap.People, "person", "people")}, last on {Day(gap.Last)}");
        }
        if (gaps.Missed.Count == 0) yield return new Line("Nothing.");
        if (gaps.Verdicts.Count == 0) yield break;
        yield return new Heading("Answers of no use");
        foreach (var one in gaps.Verdicts) yield return new Field(Asked(one.Command, one.Words), $"{one.Reason} · {Counted(one.Times, "time")}, last on {Day(one.Last)}");
    }

    private static string Asked(string command, string? words) => words is null ? $"/{command}" : words.StartsWith('/') ? words : $"/{command} {words}";

    private static string Counted(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");

    private static string Day(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
