namespace Bot.Times;

/// <summary>
/// What looks like a time and is none: a person ("April Jones", "Theresa May"), an ordinary word ("may", "march", "the fall of Kabul"),
/// a number that counts or names ("2000 people", "Resolution 1973", "1600 Pennsylvania Avenue"), a newspaper ("The Sun").
/// </summary>
internal static class TimeVeto
{
    public static bool Rejects(TimeSentence s, TimeMatch match)
    {
        var length = match.End - match.First;
        var first = s[match.First];
        if (length == 1 && first.Number >= 1000) return IsOtherNumber(s, match.First);
        if (length == 1 && first.Word is { } word)
        {
            if (word.Is(WordKind.Month)) return IsNoMonth(s, match.First);
            if (word.Is(WordKind.Weekday)) return IsNoWeekday(s, match.First);
            // German "Morgen" is the morning; "morgen" is tomorrow.
            if (word.Text == "morgen") return first.IsCapital && match.First > 0;
            if (word.Is(WordKind.Season)) return IsNoSeason(s, match.First);
            if (word.Is(WordKind.Vague)) return IsNoReference(s, match.First);
            if (word.Is(WordKind.Adverb)) return IsAdjective(s, match.First);
        }
        if (length == 2 && s.Value(match.First, WordKind.Article) == 1 && s.Is(match.First + 1, WordKind.Season)) return IsNoSeason(s, match.First + 1);
        // "may 6" of ordinary text and "mar 3" are no dates: a month has a capital where the language gives it one.
        return s.Is(match.First, WordKind.Month) && IsLowerCaseName(s, match.First);
    }

    // "Now, why ..." begins a speech, and "as soon as", "soon after" name no time.
    private static bool IsNoReference(TimeSentence s, int at)
    {
        if (s.Is(at, "now")) return at == 0 || s.IsDash(at + 1) || s.Is(at - 1, "until") || s.Is(at + 1, "that");
        return s.Is(at, "soon") && (s.Is(at - 1, "as") || s.Is(at - 1, "too") || s.IsDash(at + 1) || s.Is(at + 1, "after") || TenseFinder.Find(s, new TimeMatch(at, at + 1, new Fixed(TimeType.Date, ""))) == Direction.Past);
    }

    // "LA Weekly", "a daily necessity": the adverb stands at the end of its clause, or before a preposition.
    private static bool IsAdjective(TimeSentence s, int at) =>
        s[at].IsCapital || (s[at + 1].IsWord && !s.Is(at + 1, WordKind.Preposition | WordKind.Auxiliary | WordKind.RangeWord));

    private static bool IsLowerCaseName(TimeSentence s, int at) => !s[at].IsCapital && (s.Is(at, "may") || s.Is(at, "march") || s.Is(at, "mar") || s.Is(at, "sun") || s.Is(at, "sat"));

    private static bool IsNoMonth(TimeSentence s, int at)
    {
        if (IsLowerCaseName(s, at)) return true;
        var beforeIsTime = s.Is(at - 1, WordKind.Edge | WordKind.Relation | WordKind.Every) || (s.IsDash(at - 1) && s.Is(at - 2, WordKind.Edge | WordKind.Month))
            || (s.Is(at - 1, WordKind.RangeWord) && s.Is(at - 2, WordKind.Month));
        if (beforeIsTime) return false;
        var byPreposition = s.Is(at - 1, WordKind.Preposition);
        var ambiguous = s.Is(at, "may") || s.Is(at, "march");
        if (s[at].Length <= 4 && !ambiguous && !s.Is(at, "june") && !s.Is(at, "july") && !s.Is(at, "mai") && s[at].Word!.Text.Length <= 4 && IsAbbreviation(s, at)) return true;
        if (ambiguous && !byPreposition) return !(s.Is(at - 1, WordKind.Article) && s.Is(at, "march") && !s.Is(at + 1, WordKind.Preposition)) && !IsInMonthList(s, at);
        // "Prime Minister April Jones", "June Carter": a name goes on with a capital, or a title leads it.
        if (s.Is(at - 1, WordKind.Title)) return true;
        var nameFollows = s[at + 1].IsWord && s[at + 1].IsCapital && s[at + 1].Word is null;
        return nameFollows && !byPreposition && !s.Is(at - 1, WordKind.Article) && IsFirstName(s, at);
    }

    private static bool IsAbbreviation(TimeSentence s, int at) =>
        s.Is(at, "jan") || s.Is(at, "mar") || s.Is(at, "sep") || s.Is(at, "dec") || s.Is(at, "jun") || s.Is(at, "jul") || s.Is(at, "aug") || s.Is(at, "apr") || s.Is(at, "oct") || s.Is(at, "feb") || s.Is(at, "nov");

    private static bool IsInMonthList(TimeSentence s, int at) =>
        (s.IsMark(at - 1, ',') && s.Is(at - 2, WordKind.Month)) || (s.IsMark(at + 1, ',') && s.Is(at + 2, WordKind.Month)) || (s.Is(at + 1, WordKind.RangeWord) && s.Is(at + 2, WordKind.Month));

    private static bool IsFirstName(TimeSentence s, int at) => s.Is(at, "april") || s.Is(at, "june") || s.Is(at, "august") || s.Is(at, "july");

    // "Sun", "Sat", "Mon": only in full, or with the full stop of an abbreviation.
    private static bool IsNoWeekday(TimeSentence s, int at)
    {
        if (s[at].Length <= 5 && s.EndsWith(at, "day") is false && IsShortEnglishDay(s, at)) return true;
        return s.Is(at - 1, WordKind.Title) && s[at - 1].IsCapital;
    }

    private static bool IsShortEnglishDay(TimeSentence s, int at) =>
        s.Is(at, "sun") || s.Is(at, "sat") || s.Is(at, "mon") || s.Is(at, "wed") || s.Is(at, "fri") || s.Is(at, "tue") || s.Is(at, "thu") || s.Is(at, "thur") || s.Is(at, "tues") || s.Is(at, "thurs") || s.Is(at, "weds");

    private static bool IsNoSeason(TimeSentence s, int at)
    {
        var article = s.Value(at - 1, WordKind.Article) == 1;
        var preposition = s.Is(at - 1, "in") || s.Is(at - 1, "by") || s.Is(at - 1, "since") || s.Is(at - 1, "until") || s.Is(at - 1, "during") || (s.Is(at - 1, WordKind.RangeWord) && s.Is(at - 2, WordKind.Season));
        if (s.Is(at, "fall")) return !(article || preposition) || s.Is(at + 1, WordKind.Of) || s.Is(at + 1, "in") || s.Is(at + 1, "from") || s.Is(at - 1, "to");
        var isEnglish = s.Is(at, "spring") || s.Is(at, "summer") || s.Is(at, "winter") || s.Is(at, "autumn");
        if (!isEnglish) return false;
        // "the Winter Olympics", "the Summer Palace", "Arab Spring" are names.
        if (s[at].IsCapital && s[at + 1].IsCapital && s[at + 1].IsWord) return true;
        return !(article || preposition || s.Is(at - 1, WordKind.Edge | WordKind.Relation)) && s[at].Word!.Text != "autumn";
    }

    private static bool IsOtherNumber(TimeSentence s, int at)
    {
        if (s.Touches(at) && (s[at - 1].IsWord || s[at - 1].Mark is '$' or '€' or '£' or '¥' or '#' or '№' or '.' or ':' or ',' or '@' or '_' or '+')) return true;
        if (s.Touches(at) && s[at - 1].Mark is '-' or '/' && ((s[at - 2].IsWord && !s.Is(at - 2, WordKind.Edge | WordKind.Month | WordKind.Season)) || (s[at - 2].Number >= 0 && s[at - 2].Length is 3 or 5))) return true;
        if (s.Touches(at + 1) && (s[at + 1].IsWord || s[at + 1].Mark is '%' or '°' or '_' || (s[at + 1].Mark is '.' or ':' or ',' && s.Touches(at + 2) && s[at + 2].Number >= 0))) return true;
        // "Decree 2005-981"
        if (s[at + 1].Mark is '-' or '/' && s.Touches(at + 1) && s.Touches(at + 2) && s[at + 2].Number >= 0 && s[at + 2].Length is 3 or > 4) return true;
        if (s[at - 1].Mark is '$' or '€' or '£' or '¥' or '#' or '№' || s.IsMark(at + 1, '%')) return true;
        if (s.Is(at - 1, WordKind.Numbered) || (s.IsMark(at - 1, '.') && s.Is(at - 2, WordKind.Numbered))) return true;
        var next = at + 1;
        if (s.Is(next, WordKind.Counted) || (s.Is(next, WordKind.Unit) && (s.Is(next, WordKind.Plural) || s.Is(next, "year")) && !s.Is(at - 1, WordKind.Article))) return true;
        var byCue = s.Is(at - 1, WordKind.Preposition | WordKind.Article | WordKind.Edge | WordKind.RangeWord) || s.IsMark(at - 1, '(');
        if (!byCue && s[at].Number > 2050) return true;
        // "2500 soldiers" counts; "the 2008 elections" and "in 2008 elections" do not.
        var round = s[at].Number % 50 == 0;
        if (!byCue && round && s[next].IsWord && !s[next].IsCapital && s.EndsWith(next, "s")) return true;
        if (s.Is(at - 1, WordKind.Around) && round && s[next].IsWord && !s.Is(next, WordKind.Preposition)) return true;
        return s[next].IsCapital && IsStreet(s, next + 1);
    }

    private static bool IsStreet(TimeSentence s, int at) =>
        s.Is(at, "street") || s.Is(at, "avenue") || s.Is(at, "road") || s.Is(at, "st") || s.Is(at, "ave") || s.Is(at, "drive") || s.Is(at, "boulevard") || s.Is(at, "lane");
}
