using System.Collections.Frozen;
using Bot.Text;

namespace Bot.Mentions;

/// <summary>
/// The four patterns in which a text says what a person is: behind the name, through a copula, before the name with a comma, and as
/// a title. A phrase that one of them used is no other's: "Richard Haass, former diplomat ..., Charles Kupchan" is Haass's.
/// </summary>
internal static class RolePatterns
{
    public static void Find(RoleSentence sentence, List<Role> roles)
    {
        for (var i = 0; i < sentence.People.Count; i++) After(sentence, i, roles);
        for (var i = 0; i < sentence.People.Count; i++) Copula(sentence, i, roles);
        for (var i = 0; i < sentence.People.Count; i++) Before(sentence, i, roles);
    }

    /// <summary>"Charles Kupchan and Thomas Graham, former ... officials": a plural is shared by those whom "and" joins.</summary>
    private static void After(RoleSentence sentence, int person, List<Role> roles)
    {
        var comma = sentence.People[person].To;
        if (!sentence.IsMark(comma, ',') && !sentence.IsMark(comma, '(') && !IsDash(sentence, comma)) return;
        var start = comma + 1;
        if (start >= sentence.Count || sentence.IsUsed(start)) return;
        var head = RolePhrase.HeadAfter(sentence, start);
        if (head < 0) return;
        // "Haass, President Biden and ...": the role noun is the next name's title.
        if (head + 1 < sentence.Count && sentence.TypeAt(head + 1) == EntityType.Person) return;
        var end = RolePhrase.EndAfter(sentence, head);
        if (HoldsAnothersName(sentence, head, end)) return;
        // "Haass, officials said": a clause of its own, unless a comma closes the apposition.
        if (end < sentence.Count && sentence.Words[end].Shape == WordShape.Lower
            && sentence.Words[end].Is(WordKinds.Verb | WordKinds.Function)
            && sentence.IsPlural(head)) return;
        var first = person;
        if (sentence.IsPlural(head)) while (first > 0 && IsJoined(sentence, first)) first--;
        for (var i = first; i <= person; i++) Add(sentence, i, start, end, roles);
    }

    /// <summary>"Haass, council founder and author Charles Kupchan, ...": an entry of a list, whose own name closes it.</summary>
    private static bool HoldsAnothersName(RoleSentence sentence, int head, int end)
    {
        var name = end;
        while (name > head && sentence.TypeAt(name - 1) == EntityType.Person) name--;
        if (name == end || name == head + 1) return name != end;
        var before = sentence.Words[name - 1];
        if (before.Is(WordKinds.Function) || before.IsPossessive || before.Shape == WordShape.Punctuation) return false;
        if (!sentence.IsRoleNoun(name - 1)) return sentence.TypeAt(name - 1) is not null || !before.Is(WordKinds.Title);
        // "son of the mayor Frank ...": the mayor is whom the phrase belongs to.
        for (var i = head + 1; i < name; i++) if (sentence.Words[i].Is(WordKinds.Function) && !sentence.IsWord(i, "and")) return false;
        return true;
    }

    private static bool IsJoined(RoleSentence sentence, int person)
    {
        var (before, from) = (sentence.People[person - 1].To, sentence.People[person].From);
        return from == before + 1 && (sentence.IsWord(before, "and") || sentence.IsMark(before, ',') || sentence.IsMark(before, '&'))
            || from == before + 2 && sentence.IsMark(before, ',') && sentence.IsWord(before + 1, "and");
    }

    /// <summary>"Lavrov is the Russian foreign minister", "Haass has been president of ...", "was elected mayor".</summary>
    private static void Copula(RoleSentence sentence, int person, List<Role> roles)
    {
        var at = AfterAside(sentence, sentence.People[person].To);
        if (sentence.IsWord(at, "has") || sentence.IsWord(at, "had")) at++;
        else if (sentence.IsWord(at, "also") || sentence.IsWord(at, "later")) at++;
        if (at >= sentence.Count) return;
        if (sentence.Words[at].Slice(sentence.Text) is "is" or "was" or "been" or "became" or "becomes" or "remains" or "remained") at++;
        else if (sentence.Words[at].Slice(sentence.Text) is "served" or "serves" or "worked" or "works"
            && sentence.IsWord(at + 1, "as")) at += 2;
        else return;
        if (at < sentence.Count && sentence.Words[at].Slice(sentence.Text) is "elected" or "appointed" or "named" or "also" or "still"
            or "once" or "then") at++;
        if (sentence.IsWord(at, "as")) at++;
        if (at >= sentence.Count || sentence.IsUsed(at)) return;
        var head = RolePhrase.HeadAfter(sentence, at);
        if (head >= 0 && !sentence.IsPlural(head)) Add(sentence, person, at, RolePhrase.EndAfter(sentence, head), roles);
    }

    /// <summary>Past "(born 1950)" right behind the name.</summary>
    private static int AfterAside(RoleSentence sentence, int at)
    {
        if (!sentence.IsMark(at, '(')) return at;
        for (var i = at; i < sentence.Count && i < at + 25; i++) if (sentence.IsMark(i, ')')) return i + 1;
        return at;
    }

    /// <summary>
    /// "the Belarusian president, Alexander Lukashenko", "Co-founder of Microsoft, Bill Gates", "Belarusian President Alexander ...".
    /// </summary>
    private static void Before(RoleSentence sentence, int person, List<Role> roles)
    {
        var name = sentence.People[person].From;
        if (name == 0) return;
        if (!sentence.IsMark(name - 1, ','))
        {
            var title = name - 1;
            if (!sentence.IsRoleNoun(title) || sentence.IsUsed(title)) return;
            if (IsVerbOrBareFellow(sentence, person, title)) return;
            var from = RolePhrase.StartOfTitle(sentence, title);
            Add(sentence, person, from, name, roles);
            // "his chief adviser, General Powell": the title stands between.
            if (!sentence.IsMark(from - 1, ',')) return;
            name = from;
        }
        // A list of names is no apposition: "the president, Charles Kupchan and Thomas Graham".
        if (person + 1 < sentence.People.Count && IsJoined(sentence, person + 1)) return;
        var head = HeadBeforeComma(sentence, name - 1);
        if (head < 0 || sentence.IsPlural(head)) return;
        var start = RolePhrase.StartBefore(sentence, head);
        if (!IsClosed(sentence, person) && !OpensClause(sentence, start) && !NeedsNoClosing(sentence, person, start, head)) return;
        var isDefinite = RolePhrase.IsDeterminer(sentence, start) || sentence.Words[start].IsCapital
            || HasPossessive(sentence, start, head);
        if (isDefinite && (start == 0 || sentence.TypeAt(start - 1) != EntityType.Person)) Add(sentence, person, start, name - 1, roles);
    }

    /// <summary>
    /// Whether a mark or "and" ends what began at the comma: "to the president, Charles Kupchan said" goes on about Kupchan and does not
    /// call him president. Neither does "the president, Charles Kupchan, an adviser, said".
    /// </summary>
    private static bool IsClosed(RoleSentence sentence, int person)
    {
        var end = sentence.People[person].To;
        if (end >= sentence.Count || sentence.IsWord(end, "and") || sentence.IsWord(end, "who")) return true;
        return sentence.Words[end].Shape == WordShape.Punctuation && (end + 1 >= sentence.Count || !sentence.IsUsed(end + 1));
    }

    /// <summary>
    /// "A former diplomat, Haass heads the council" and "As a diplomat, Haass ..." speak of the subject: no preposition or verb has the
    /// phrase for its own, as in "from a diplomat, Haass learned".
    /// </summary>
    private static bool OpensClause(RoleSentence sentence, int start) => start == 0 || sentence.IsMark(start - 1, ',')
        || (sentence.IsWord(start, "a") || sentence.IsWord(start, "an")) && (sentence.IsWord(start - 1, "as") || sentence.IsWord(start - 1, "being"));

    /// <summary>
    /// "Reporters met the Belarusian president, Alexander Lukashenko in Minsk": whose president it is says that the name is his, and the
    /// second comma was left out. Not so where the phrase ends what is fronted: "After talks with the Belarusian president, Lavrov left".
    /// </summary>
    private static bool NeedsNoClosing(RoleSentence sentence, int person, int start, int head)
    {
        if (sentence.Words[sentence.People[person].To].Shape == WordShape.Punctuation) return false;
        for (var i = start; i < head; i++)
        {
            var word = sentence.Words[i];
            if (word.IsPossessive || word.Is(WordKinds.Demonym) || sentence.TypeAt(i) == EntityType.Place) return !IsFronted(sentence, start);
        }
        return false;
    }

    private static bool IsFronted(RoleSentence sentence, int start)
    {
        var before = sentence.Words[start - 1];
        if (before.Shape == WordShape.Punctuation || sentence.IsWord(start - 1, "as")) return false;
        if (!before.Is(WordKinds.Function | WordKinds.Verb) && !before.Slice(sentence.Text).EndsWith("ing")) return false;
        var clause = start - 1;
        while (clause > 0 && sentence.Words[clause - 1].Shape != WordShape.Punctuation) clause--;
        var first = sentence.Words[clause].Slice(sentence.Text);
        return first.EndsWith("ing") || first.EndsWith("ed") || Fronting.Contains(first);
    }

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fronting =
        "in on at after before with without when while as during since for from by to until once if although though because despite like unlike"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>"The film stars Charlton Heston" and "also stars" say what it does; "fellow Charles Kupchan" says nothing.</summary>
    private static bool IsVerbOrBareFellow(RoleSentence sentence, int person, int title)
    {
        if (sentence.IsWord(title, "fellow")) return title == 0 || RolePhrase.StartBefore(sentence, title) == title;
        if (sentence.IsWord(title - 1, "also")) return true;
        return sentence.Words[title].Is(WordKinds.Verb) && sentence.Words[title].Shape == WordShape.Lower && sentence.IsPlural(title)
            && !(person + 1 < sentence.People.Count && IsJoined(sentence, person + 1));
    }

    private static bool HasPossessive(RoleSentence sentence, int start, int head)
    {
        for (var i = start; i < head; i++) if (sentence.Words[i].IsPossessive) return true;
        return false;
    }

    /// <summary>"the secretary general of the council, ": the nearest role noun before the comma whose phrase reaches it.</summary>
    private static int HeadBeforeComma(RoleSentence sentence, int comma)
    {
        for (var i = comma - 1; i >= 0 && comma - i < 12; i--)
        {
            if (sentence.Words[i].Shape == WordShape.Punctuation || sentence.IsUsed(i)) return -1;
            if (sentence.IsRoleNoun(i) && !RolePhrase.IsPartOfName(sentence, i) && RolePhrase.EndAfter(sentence, i) == comma)
            {
                // The outermost head: in "minister of the president" the minister is meant.
                if (!IsComplement(sentence, i)) return i;
            }
        }
        return -1;
    }

    /// <summary>"adviser to the prime minister": the phrase before it goes on with this one.</summary>
    private static bool IsComplement(RoleSentence sentence, int head) =>
        RolePhrase.StartBefore(sentence, head) is > 1 and var start && sentence.Words[start - 1].Slice(sentence.Text) is "of" or "to"
            or "for"
        && sentence.IsRoleNoun(start - 2);

    private static bool IsDash(RoleSentence sentence, int at) => sentence.IsMark(at, '–') || sentence.IsMark(at, '—');

    private static void Add(RoleSentence sentence, int person, int from, int to, List<Role> roles)
    {
        // "arranger of Norman’s" lacks what it is about.
        if (from >= to || sentence.Words[to - 1].IsPossessive) return;
        sentence.Use(from, to);
        roles.Add(new Role(sentence.People[person].Mention.Name, new TextSpan(sentence.Words[from].Start, sentence.Words[to - 1].End),
            Unsure: false));
    }
}
