using Bot.Chat;

namespace Bot.Answers;

/// <summary>Dated passages in the order of their times, under what happened, what somebody said and what may happen.</summary>
internal static class TimeReply
{
    private static readonly (string Heading, Func<AnswerPassage, bool> Holds)[] Groups =
    [
        ("Happened", passage => passage.Speaker is null && !HasBadge(passage, "planned", "hedged", "denied", "reported")),
        ("Said or reported", passage => (passage.Speaker is not null || HasBadge(passage, "reported")) && !HasBadge(passage, "planned", "hedged", "denied")),
        ("Planned, denied or may happen", passage => HasBadge(passage, "planned", "hedged", "denied")),
    ];

    public static IEnumerable<ReplyBlock> InOrder(Answer answer)
    {
        // Times come in order, so passages come in the order of their first time; those without any stay behind.
        var order = answer.Times.Select(time => time.Passage).Distinct()
            .Concat(Enumerable.Range(0, answer.Passages.Count)).Distinct().ToList();
        foreach (var (heading, holds) in Groups)
        {
            var group = order.Where(i => holds(answer.Passages[i])).ToList();
            if (group.Count == 0) continue;
            yield return new Heading(heading);
            foreach (var block in group.SelectMany(i => PassageReply.Of(answer.Passages[i], Lead(answer, i)))) yield return block;
        }
    }

    private static string Lead(Answer answer, int passage)
    {
        var times = string.Join("; ", answer.Times.Where(time => time.Passage == passage).OrderBy(time => time.Start).Select(Words).Distinct());
        return answer.Passages[passage].Speaker is { } speaker ? $"{times}, says {speaker}" : times;
    }

    private static string Words(AnswerTime time)
    {
        if (time.From is not { } from || time.To is not { } to) return time.Note is null ? $"“{time.Text}”" : $"“{time.Text}” ({time.Note})";
        var last = to.AddDays(-1);
        var days = from == last ? PassageReply.Day(from) : $"{PassageReply.Day(from)} to {PassageReply.Day(last)}";
        return days == time.Text ? days : $"{days}, “{time.Text}”";
    }

    private static bool HasBadge(AnswerPassage passage, params string[] kinds) => passage.Badges.Any(badge => kinds.Contains(badge.Kind));
}
