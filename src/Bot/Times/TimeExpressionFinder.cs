using Bot.Text;

namespace Bot.Times;

/// <summary>
/// Finds the time expressions of a text by rules, each of which reads one form from where it begins. At each place the longest reading
/// that is not vetoed wins; the normaliser then tells which days are meant.
/// </summary>
internal static class TimeExpressionFinder
{
    /// <summary>A rule with the kinds of word it can begin with, so that it is asked there only.</summary>
    private sealed record Rule(Func<TimeSentence, int, TimeMatch?> Match, WordKind Starters, bool Numbers = false);

    private const WordKind AmountStarters = WordKind.Article | WordKind.Cardinal | WordKind.Several | WordKind.Half;

    /// <summary>The first wins between readings of one length.</summary>
    private static readonly Rule[] Rules =
    [
        new(RangeRule.Match, WordKind.Month | WordKind.Article | WordKind.Ordinal, Numbers: true),
        new(NumericDateRule.Match, WordKind.None, Numbers: true),
        new(CalendarRule.Match, WordKind.Month | WordKind.Weekday | WordKind.Article | WordKind.Ordinal | WordKind.Cardinal, Numbers: true),
        new(EdgeRule.Match, WordKind.Edge | WordKind.Article | WordKind.Opener),
        new(HolidayRule.Match, WordKind.Opener),
        new(YearRule.Match, WordKind.Opener, Numbers: true),
        new(DecadeRule.Match, WordKind.Article | WordKind.Unit, Numbers: true),
        new(PeriodRule.Match,
            WordKind.Season | WordKind.Article | WordKind.Ordinal | WordKind.Cardinal | WordKind.Opener | WordKind.Unit, Numbers: true),
        new(RelativeRule.Match, WordKind.Day | WordKind.Relation | WordKind.Article | WordKind.Unit | WordKind.Opener),
        new(AgoRule.Match, WordKind.Shift | WordKind.Unit | AmountStarters, Numbers: true),
        new(ClockRule.Match, WordKind.DayPart | WordKind.Article | WordKind.Cardinal, Numbers: true),
        new(DurationRule.Match, WordKind.Unit | AmountStarters, Numbers: true),
        new(SetRule.Match, WordKind.Adverb | WordKind.Every | WordKind.Weekday | WordKind.Opener | AmountStarters, Numbers: true),
        new(VagueRule.Match, WordKind.Vague | WordKind.Article | WordKind.Opener),
    ];

    private static readonly WordKind AllStarters = Rules.Aggregate(WordKind.None, (kinds, rule) => kinds | rule.Starters);

    /// <summary>All time expressions in text order, none overlapping another. Without a document date nothing relative gets an
    /// interval.</summary>
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
        ref readonly var token = ref sentence[at];
        var isNumber = token.Number >= 0 || token.Mark is '\'' or '’' or '‘'
            || (token is { IsCapital: true, Word: null } && RomanNumeral.Value(sentence.Slice(at)) > 0);
        var kinds = token.Word?.Kinds ?? WordKind.None;
        if (!isNumber && (kinds & AllStarters) == 0) return null;
        // Most articles stand before a word that is in no time expression.
        if (kinds == WordKind.Article && sentence[at + 1].Word is null && sentence[at + 1].Number < 0) return null;
        TimeMatch? best = null;
        foreach (var rule in Rules)
        {
            if ((rule.Starters & kinds) == 0 && !(isNumber && rule.Numbers)) continue;
            if (rule.Match(sentence, at) is not { } match || match.End <= (best?.End ?? at)) continue;
            if (!TimeVeto.Rejects(sentence, match)) best = match;
        }
        return best is { } part ? DayPartRule.Extend(sentence, part) : null;
    }
}
