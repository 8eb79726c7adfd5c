namespace Bot.Times;

/// <summary>Four digits that are no year: they count ("2000 people"), cost, or name ("Resolution 1973", "1600 Pennsylvania
/// Avenue").</summary>
internal static class NumberVeto
{
    /// <summary>A year after this one needs a word that says it is one: "by 2100".</summary>
    private const int LastPlainYear = 2050;

    public static bool Rejects(TimeSentence s, int at) =>
        IsPartOfLongerWord(s, at) || IsPriceOrShare(s, at) || IsNameOrCode(s, at) || IsCount(s, at);

    private static bool IsPartOfLongerWord(TimeSentence s, int at)
    {
        if (s.Touches(at))
        {
            if (s[at - 1].IsWord || s[at - 1].Mark is '.' or ':' or ',' or '@' or '_' or '+') return true;
            // "X-2000" and "137-2005"; but "mid-2011", "1916-1920", "05/2011".
            ref readonly var before = ref s[at - 2];
            var isCode = before.Number >= 0 ? before.Length is 3 or 5 : before.IsWord
                && !s.Is(at - 2, WordKind.Edge | WordKind.Month | WordKind.Season);
            if (s[at - 1].Mark is '-' or '/' && isCode) return true;
        }
        if (!s.Touches(at + 1)) return false;
        if (s[at + 1].IsWord || s[at + 1].Mark is '°' or '_') return true;
        var digitsFollow = s.Touches(at + 2) && s[at + 2].Number >= 0;
        // "2000.5", "2000:1"; "Decree 2005-981"
        return digitsFollow && (s[at + 1].Mark is '.' or ':' or ',' || (s[at + 1].Mark is '-' or '/' && s[at + 2].Length is 3 or > 4));
    }

    private static bool IsPriceOrShare(TimeSentence s, int at) => s[at - 1].Mark is '$' or '€' or '£' or '¥' || s.IsMark(at + 1, '%');

    private static bool IsNameOrCode(TimeSentence s, int at)
    {
        if (s[at - 1].Mark is '#' or '№') return true;
        if (s.Is(at - 1, WordKind.Numbered) || (s.IsMark(at - 1, '.') && s.Is(at - 2, WordKind.Numbered))) return true;
        return s[at + 1].IsCapital && s.IsAny(at + 2, "street", "st", "avenue", "ave", "road", "drive", "boulevard", "lane");
    }

    private static bool IsCount(TimeSentence s, int at)
    {
        var next = at + 1;
        if (s.Is(next, WordKind.Counted)) return true;
        // "a 2000-year-old flag"
        var unit = s.IsDash(next) ? next + 1 : next;
        if (s.Is(unit, WordKind.Unit) && (s.IsDash(unit - 1) || s.Is(unit + 1, "old") || s.Is(unit + 2, "old"))) return true;
        var countsUnits = s.Is(next, WordKind.Unit) && (s.Is(next, WordKind.Plural) || s.Is(next, "year"));
        if (countsUnits && !s.Is(at - 1, WordKind.Article)) return true;
        var hasCue = s.Is(at - 1, WordKind.Preposition | WordKind.Article | WordKind.Edge | WordKind.RangeWord) || s.IsMark(at - 1, '(');
        if (!hasCue && s[at].Number > LastPlainYear) return true;
        // "2500 soldiers", "about 2000 men"; but "the 2008 elections", "in 2000 elections".
        if (s[at].Number % 50 != 0 || !s[next].IsWord || s.Is(next, WordKind.Preposition)) return false;
        return s.Is(at - 1, WordKind.Around) || (!hasCue && !s[next].IsCapital && s.EndsWith(next, "s"));
    }
}
