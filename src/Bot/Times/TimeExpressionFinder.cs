using Bot.Text;

namespace Bot.Times;

/// <summary>
/// Finds the time expressions of a text by rules, each of which reads one form from where it begins. At each place the longest reading
/// that is not vetoed wins; the normaliser then tells which days are meant.
/// </summary>
internal static class TimeExpressionFinder
{
    /// <summary>Every rule with all the forms it reads; the first wins between readings of one length.</summary>
    private static readonly Func<TimeSentence, int, TimeMatch?>[] Rules =
    [
        RangeRule.Match, NumericDateRule.Match, CalendarRule.Match, EdgeRule.Match, HolidayRule.Match, YearRule.Match, PeriodRule.Match, RelativeRule.Match,
        AgoRule.Match, ClockRule.Match, DurationRule.Match, SetRule.Match, VagueRule.Match,
    ];

    /// <summary>All time expressions in text order, none overlapping another. Without a document date nothing relative gets an interval.</summary>
    public static IReadOnlyList<TimeExpression> Find(Prose prose, DateOnly? documentDate)
    {
        var found = new List<TimeExpression>();
        var normaliser = new TimeNormaliser(documentDate);
        var sentence = new TimeSentence(prose.Text, TimeLexicon.For(prose.Language));
        foreach (var (span, paragraph) in prose.Sentences)
        {
            sentence.Read(span);
            if (!sentence.HasTrigger) continue;
            normaliser.Enter(paragraph);
            for (var at = 0; at < sentence.Count;)
            {
                var match = MatchAt(sentence, at);
                if (match is not { } read) { at++; continue; }
                found.Add(normaliser.Normalise(sentence, read));
                at = read.End;
            }
        }
        return found;
    }

    /// <summary>The longest reading that begins at the token; null when there is none.</summary>
    internal static TimeMatch? MatchAt(TimeSentence sentence, int at)
    {
        var token = sentence[at];
        if (token.Word is null && token.Number < 0 && token.Mark is not ('\'' or '’' or '‘')) return null;
        TimeMatch? best = null;
        foreach (var rule in Rules)
        {
            if (rule(sentence, at) is not { } match || match.End <= (best?.End ?? at)) continue;
            if (!TimeVeto.Rejects(sentence, match)) best = match;
        }
        return best is { } part ? DayPartRule.Extend(sentence, part) : null;
    }
}
