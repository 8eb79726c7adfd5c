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

    public static IEnumerable<ReplyBlock> InOrder(Answer answer, IReadOnlyList<ShownPassage> shown)
    {
        // Times come in order, so passages come in the order of their first time; those without any stay behind.
        var dated = answer.Times.Select(time => shown.First(passage => passage.Indices.Contains(time.Passage)));
        var order = dated.Concat(shown).Distinct().ToList();
        foreach (var (heading, holds) in Groups)
        {
            var group = order.Where(passage => holds(passage.First)).ToList();
            if (group.Count == 0) continue;
            yield return new Heading(heading);
            foreach (var block in group.SelectMany(passage => PassageReply.Of(passage, Lead(answer, passage)))) yield return block;
        }
    }

    /// <summary>The times of its first place: the others are of the same days.</summary>
    private static string Lead(Answer answer, ShownPassage passage)
    {
        var times = string.Join("; ", answer.Times
            .Where(time => time.Passage == passage.Indices[0]).OrderBy(time => time.Start).Select(Words).Distinct());
        return passage.First.Speaker is { } speaker ? $"{times}, says {speaker}" : times;
    }

    private static string Words(AnswerTime time)
    {
        var note = time.Note is null ? "" : $" ({time.Note})";
        if (time.From is not { } from || time.To is not { } to) return $"“{time.Text}”{note}";
        var last = to.AddDays(-1);
        var days = from == last ? PassageReply.Day(from) : $"{PassageReply.Day(from)} to {PassageReply.Day(last)}";
        return days == time.Text ? days + note : $"{days}, “{time.Text}”{note}";
    }

    private static bool HasBadge(AnswerPassage passage, params string[] kinds) => passage.Badges.Any(badge => kinds.Contains(badge.Kind));
}
