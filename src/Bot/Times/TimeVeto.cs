namespace Bot.Times;

/// <summary>
/// What looks like a time and is none: a person ("April Jones", "Theresa May"), an ordinary word ("may", "march", "the fall of
/// Kabul"), an adjective ("a daily necessity"), a newspaper ("The Sun"). NumberVeto tells of numbers.
/// </summary>
internal static class TimeVeto
{
    public static bool Rejects(TimeSentence s, TimeMatch match)
    {
        var at = match.First;
        if (match.End == at + 1 && s[at].Number >= 1000) return NumberVeto.Rejects(s, at);
        if (match.End == at + 1 && s[at].Word is { } word) return IsNoTime(s, at, word);
        if (match.End == at + 2 && s.Value(at, WordKind.Article) == 1 && s.Is(at + 1, WordKind.Season)) return IsNoSeason(s, at + 1);
        return s.Is(at, WordKind.Month) && IsLowerCase(s, at);
    }

    private static bool IsNoTime(TimeSentence s, int at, TimeWord word)
    {
        if (word.Is(WordKind.Month)) return IsNoMonth(s, at);
        if (word.Is(WordKind.Weekday)) return IsNoWeekday(s, at);
        if (word.Is(WordKind.Season)) return IsNoSeason(s, at);
        if (word.Is(WordKind.Vague)) return IsNoReference(s, at);
        // "por la mañana" is the morning.
        if (s.Is(at, "mañana")) return s.IsAny(at - 1, "la", "una", "esta", "cada", "de");
        // German "Morgen" is the morning; "morgen" is tomorrow.
        if (s.Is(at, "today") && s.IsAny(at - 1, "usa", "russia", "india")) return true;
        return word.Is(WordKind.Adverb) ? IsAdjective(s, at) : word.Text == "morgen" && s[at].IsCapital && at > 0;
    }

    // English writes months with a capital; in lower case these are other words.
    private static bool IsLowerCase(TimeSentence s, int at) => !s[at].IsCapital && s.IsAny(at, "may", "march", "mar");

    private static bool IsNoMonth(TimeSentence s, int at)
    {
        if (IsLowerCase(s, at)) return true;
        var isLed = s.Is(at - 1, WordKind.Edge | WordKind.Relation | WordKind.Every)
            || (s.Is(at - 1, "as") && s.IsAny(at - 2, "early", "late", "soon"))
            || (s.IsDash(at - 1) && s.Is(at - 2, WordKind.Edge | WordKind.Month))
            || (s.Is(at - 1, WordKind.RangeWord) && s.Is(at - 2, WordKind.Month));
        if (isLed) return false;
        if (IsShortOrOther(s, at)) return true;
        // "Jan", "Mar" and "Dec" alone are names and other languages' words more often than months.
        if (s.IsAny(at, "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec")) return true;
        var hasPreposition = s.Is(at - 1, WordKind.Preposition);
        if (s.IsAny(at, "may", "march") && !hasPreposition) return !IsInMonthList(s, at) && !IsTheMarch(s, at);
        // "Prime Minister April Jones", "June Carter": a title leads the name, or a capital goes on with it.
        if (s.Is(at - 1, WordKind.Title)) return true;
        var nameFollows = s[at + 1].IsWord && s[at + 1].IsCapital && s[at + 1].Word is null;
        // "the October Revolution"
        if (nameFollows && s.IsAny(at + 1, "revolution", "war", "uprising", "plot", "manifesto", "surprise")) return true;
        var leadsName = (!hasPreposition || s.Is(at - 1, "for")) && !s.Is(at - 1, WordKind.Article);
        return nameFollows && leadsName && s.IsAny(at, "april", "june", "july", "august");
    }

    // Ukrainian "лист" is a letter too, and "лютий" fierce.
    private static bool IsShortOrOther(TimeSentence s, int at) => s.IsAny(
        at, "лист", "сер", "бер", "вер", "лип", "трав", "черв", "лют", "лютий", "янв", "фев", "апр", "авг", "сен", "окт", "ноя", "дек");

    // "the March elections"; but "the March on Washington"
    private static bool IsTheMarch(TimeSentence s, int at) =>
        s.Is(at, "march") && s.Is(at - 1, WordKind.Article) && !s.Is(at + 1, WordKind.Preposition);

    private static bool IsInMonthList(TimeSentence s, int at) =>
        (s.IsMark(at - 1, ',') && s.Is(at - 2, WordKind.Month))
        || ((s.IsMark(at + 1, ',') || s.Is(at + 1, WordKind.RangeWord)) && s.Is(at + 2, WordKind.Month));

    // "The Sun", "he sat", "to wed": alone, only the full names are weekdays.
    private static bool IsNoWeekday(TimeSentence s, int at) =>
        s.IsAny(at, "sun", "sat", "mon", "wed", "weds", "fri", "tue", "tues", "thu", "thur", "thurs")
        || (s.Is(at - 1, WordKind.Title) && s[at - 1].IsCapital)
        || IsNamedDay(s, at);

    // "Black Friday" is one Friday of a year; "The Sunday Times", "the Monday Club"
    private static bool IsNamedDay(TimeSentence s, int at) =>
        (s[at - 1].IsCapital && s.IsAny(at - 1, "black", "good", "bloody", "ash", "palm", "easter", "holy", "maundy", "super", "cyber"))
        || (s.Value(at - 1, WordKind.Article) == 1 && s[at + 1].IsCapital && s[at + 1].IsWord && s[at + 1].Word is null);

    private static bool IsNoSeason(TimeSentence s, int at)
    {
        var hasArticle = s.Value(at - 1, WordKind.Article) == 1;
        var hasPreposition = s.IsAny(at - 1, "in", "by", "since", "until", "during")
            || (s.Is(at - 1, WordKind.RangeWord) && s.Is(at - 2, WordKind.Season));
        // "le printemps arabe"
        if (s.IsAny(at + 1, "arabe", "árabe")) return true;
        // "a été élu"
        if (s.Is(at, "été")) return !s.IsAny(at - 1, "l", "en", "cet", "d", "dès");
        if (s.Is(at, "fall")) return !(hasArticle || hasPreposition) || s.IsAny(at + 1, "of", "in", "from");
        if (!s.IsAny(at, "spring", "summer", "winter")) return false;
        // "the Winter Olympics", "the Summer Palace" are names.
        if (s[at].IsCapital && s[at + 1].IsCapital && s[at + 1].IsWord) return true;
        return !hasArticle && !hasPreposition && !s.Is(at - 1, WordKind.Edge | WordKind.Relation);
    }

    // "Now, why ..." begins a speech, "now that" a reason; "as soon as" and "soon after" name no time.
    private static bool IsNoReference(TimeSentence s, int at)
    {
        if (s.Is(at, "now"))
        {
            var isTitle = s[at].IsCapital && s[at - 1].IsCapital && s[at - 1].IsWord;
            var isEvery = s.Is(at + 1, "and") && s.IsAny(at + 2, "then", "again");
            return at == 0 || isTitle || isEvery || s.IsDash(at + 1) || s.Is(at - 1, "until") || s.Is(at + 1, "that");
        }
        if (!s.Is(at, "soon")) return false;
        return s.IsAny(at - 1, "as", "too") || s.Is(at + 1, "after") || s.IsDash(at + 1)
            || TenseFinder.Find(s, at, at + 1) == Direction.Past;
    }

    // "LA Weekly", "a daily necessity", "hourly and salaried workers": the adverb ends its clause, or stands before a preposition.
    private static bool IsAdjective(TimeSentence s, int at) =>
        s[at].IsCapital || (s[at + 1].IsWord && !s.Is(at + 1, WordKind.Preposition | WordKind.Auxiliary | WordKind.RangeWord))
            || (s.Is(at + 1, "and") && s[at + 2].IsWord && s[at + 2].Word is null);
}
