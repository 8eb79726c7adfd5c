using System.Runtime.InteropServices;

namespace Bot.Mentions;

/// <summary>Joins what was learned with the rules where those are sure: where one name ends and the next begins, and what the lists hold.</summary>
internal static class SettledNames
{
    /// <param name="rules">In text order, like <paramref name="learned"/>.</param>
    /// <param name="labels">What was learned of each of the text's words.</param>
    public static List<NameSpan> Join(NameText text, List<NameSpan> rules, List<NameSpan> learned, ReadOnlySpan<NameLabel> labels)
    {
        var names = new List<NameSpan>(learned.Count + 4);
        var rule = 0;
        foreach (var name in learned)
        {
            for (; rule < rules.Count && rules[rule].To <= name.From; rule++) AddJoined(text, rules[rule], labels, names);
            var end = rule;
            while (end < rules.Count && rules[end].From < name.To) end++;
            var within = CollectionsMarshal.AsSpan(rules)[rule..end];
            rule = end;
            if (AreSeveral(text, name, within, learned)) names.AddRange(within);
            else if (names.Count == 0 || names[^1].To <= name.From) names.Add(Bounded(text, name, within));
        }
        for (; rule < rules.Count; rule++) AddJoined(text, rules[rule], labels, names);
        return names;
    }

    /// <summary>"Lavrov Richard Haass" where Lavrov is known; "White House and State Department", whose first is listed.</summary>
    private static bool AreSeveral(NameText text, NameSpan name, ReadOnlySpan<NameSpan> within, List<NameSpan> learned)
    {
        if (within.Length != 2 || within[0].From != name.From || within[1].To != name.To) return false;
        if (within[0].Type != name.Type || within[1].Type != name.Type) return false;
        if (name.Type == EntityType.Organisation) return ListedPhrases.Longest(text, name.From, name.To).End == within[0].To;
        var surname = text.Words[within[0].To - 1].Hash;
        foreach (var other in learned)
        {
            if (other.Type == EntityType.Person && other.Length > 1 && text.Words[other.To - 1].Hash == surname) return true;
        }
        return false;
    }

    private static NameSpan Bounded(NameText text, NameSpan name, ReadOnlySpan<NameSpan> within)
    {
        var words = text.Words;
        // "John McCain, Jr.", "Ursula von der Leyen"
        if (name.Type == EntityType.Person && within is [{ Type: EntityType.Person } whole] && whole.From <= name.From && whole.To >= name.To
            && (words[whole.To - 1].Is(WordKinds.Suffix) || HasParticle(words[whole.From..whole.To]))) return whole;
        if (name.Type != EntityType.Organisation) return name;
        // "The Biden administration" is his; the rules tell so by his name alone.
        if (within is [{ Type: EntityType.Person } person] && person.From == name.From && person.To == name.To && IsAdministration(text, name.To)) return person;
        // "State Department Spokesperson": whoever speaks for it is no part of it.
        var to = name.To;
        while (to - 1 > name.From && words[to - 1].Is(WordKinds.Title) && words[to - 1].Is(WordKinds.RoleNoun)
            && !words[to - 1].Is(WordKinds.OrganisationWord)) to--;
        return name with { To = to };
    }

    private static bool IsAdministration(NameText text, int word) =>
        word < text.Words.Length && text.Words[word].Span.Slice(text.Text).SequenceEqual("administration");

    private static bool IsOutside(ReadOnlySpan<NameLabel> labels)
    {
        foreach (var label in labels) if (label != NameLabel.Outside) return false;
        return true;
    }

    private static bool HasParticle(ReadOnlySpan<NameWord> words)
    {
        foreach (var word in words) if (word.Shape == WordShape.Lower && word.Is(WordKinds.Particle)) return true;
        return false;
    }

    /// <summary>"US-Russia talks": a listed place, though what is joined to it made it seem none. "On Monday Lavrov said": whoever says is a person.</summary>
    private static void AddJoined(NameText text, NameSpan rule, ReadOnlySpan<NameLabel> labels, List<NameSpan> names)
    {
        if (rule.Type == EntityType.Person && IsOutside(labels[rule.From..rule.To]) && rule.To < text.Words.Length
            && text.Words[rule.To].Is(WordKinds.PersonCue) && text.Words[rule.To].Shape == WordShape.Lower)
        {
            names.Add(rule);
            return;
        }
        if (rule.Type != EntityType.Place || labels[rule.From] != NameLabel.Outside || rule.Length > 1) return;
        var words = text.Words;
        if (rule.To < words.Length && words[rule.To].Is(text.Text, '-') || rule.From > 0 && words[rule.From - 1].Is(text.Text, '-')) names.Add(rule);
    }
}
