using Bot.Mentions;

namespace Bot.Training.Names;

/// <summary>Makes of a set's spans, which may be nested and hold titles, the names that this project would mark.</summary>
internal static class GoldWords
{
    /// <summary>Names in words, none within another; those of other things have no type.</summary>
    public static IEnumerable<NameSpan> Flat(NameText text, IEnumerable<MarkedSpan> gold)
    {
        var taken = new bool[text.Words.Length];
        var kept = new List<NameSpan>();
        foreach (var span in gold.OrderBy(span => span.Type is null).ThenByDescending(span => span.Length).ThenBy(span => span.Start))
        {
            if (WordsOf(text, span) is not { } name || Array.IndexOf(taken, true, name.From, name.Length) >= 0) continue;
            if (name.Type == EntityType.Person && HasAnd(text, name)) continue;
            name = name.Type is null ? name : name with { To = CommaWithin(text, name) };
            Array.Fill(taken, true, name.From, name.Length);
            kept.Add(name);
        }
        return kept.OrderBy(name => name.From);
    }

    /// <summary>"Carrano and Biewener": each is a name, not the two.</summary>
    private static bool HasAnd(NameText text, NameSpan name)
    {
        for (var i = name.From; i < name.To; i++)
        {
            if (text.Words[i].Slice(text.Text) is "and" || text.Words[i].Is(text.Text, '&')) return true;
        }
        return false;
    }

    /// <summary>"Cambridge, Massachusetts" are two names, "John McCain, Jr." and "Washington, D.C." one.</summary>
    private static int CommaWithin(NameText text, NameSpan name)
    {
        for (var i = name.From + 1; i + 1 < name.To; i++)
        {
            var next = text.Words[i + 1];
            if (text.Words[i].Is(text.Text, ',') && !next.Is(WordKinds.Suffix) && next.Shape != WordShape.Capitals) return i;
        }
        return name.To;
    }

    private static NameSpan? WordsOf(NameText text, MarkedSpan span)
    {
        var words = text.Words;
        var from = 0;
        while (from < words.Length && words[from].Start < span.Start) from++;
        var to = from;
        while (to < words.Length && words[to].End <= span.End + 1 && words[to].Start < span.End) to++;
        if (from >= to || !words[from].IsCapital && words[from].Shape != WordShape.Number) return null;
        if (span.Type != EntityType.Person) return new NameSpan(from, to, span.Type);
        while (from < to - 1 && IsTitle(words[from])) from++;
        if (words[from].Shape == WordShape.Lower) return null; // "Minister of Education"
        // "Senators", "Americans", "42": marked as persons, but no names.
        var isNamed = false;
        for (var i = from; i < to; i++)
        {
            isNamed |= words[i].IsCapital && (words[i].Is(WordKinds.GivenName | WordKinds.Surname)
                || !words[i].Is(WordKinds.Common | WordKinds.RoleNoun | WordKinds.Demonym | WordKinds.Title));
        }
        return isNamed ? new NameSpan(from, to, span.Type) : null;
    }

    private static bool IsTitle(NameWord word) =>
        word.Is(WordKinds.Title) && !(word.Is(WordKinds.GivenName) && !word.Is(WordKinds.RoleNoun));
}
