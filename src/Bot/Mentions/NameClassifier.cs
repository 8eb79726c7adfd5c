namespace Bot.Mentions;

/// <summary>
/// Says what a run of capitals names, and cuts it where one name ends and the next begins. The order is from the surest sign to the
/// weakest: a listed phrase, a word that makes an organisation or a place, a title, a first name, the context.
/// </summary>
internal sealed class NameClassifier(NameText text, List<NameSpan> names)
{
    /// <summary>Hashes of the last words of full names: "Lavrov" once "Sergey Lavrov" stands in this briefing.</summary>
    private readonly HashSet<ulong> surnames = [];

    public IReadOnlySet<ulong> Surnames => surnames;

    /// <summary>A name was read as one person that begins with a surname which became known only behind it.</summary>
    public bool HasLateSurname() => names.Exists(name => name.Type == EntityType.Person && name.Length > 2
        && surnames.Contains(text.Words[name.From].Hash));

    public void Classify(int from, int to)
    {
        if (from >= to) return;
        while (from < to - 1 && (!text.Words[from].IsCapital || IsTitle(from))) from++;
        if (IsOrdinaryStart(from, to)) from++;
        var (phraseEnd, phraseType) = ListedPhrases.Longest(text, from, to);
        if (phraseEnd == to) { Add(from, to, phraseType); return; }

        if (to - from > 1 && SameNames.IsGenitive(text, text.Words[from], surnames))
        {
            Add(from, from + 1, EntityType.Person); // "Lawrows Rede"
            Classify(from + 1, to);
            return;
        }
        var organisation = OrganisationEnd(from, to);
        if (organisation > from)
        {
            Add(WithoutLead(from, organisation), organisation, EntityType.Organisation);
            Classify(organisation, to);
            return;
        }
        if (phraseEnd > from)
        {
            if (phraseType == EntityType.Place && to == phraseEnd + 1
                && text.Words[phraseEnd].Is(WordKinds.PlaceWord)) { Add(from, to, phraseType); return; }
            if (phraseType == EntityType.Place && to == phraseEnd + 1
                && IsTeamName(phraseEnd)) { Add(from, to, EntityType.Organisation); return; }
            Add(from, phraseEnd, phraseType);
            Classify(phraseEnd, to);
            return;
        }
        if (PersonRuns.AfterOffice(text, from, to) is > 0 and var person)
        {
            // "Президент России Владимир Путин": the country of the office, not a president of that name.
            var isOffice = NominativeNames.HasOtherWords(text.Language) && text.Words[from].Is(WordKinds.Title) && person - from > 1;
            Classify(isOffice ? person - 1 : from, person);
            Classify(person, to);
            return;
        }
        if (InnerTitle(from, to) is > 0 and var title)
        {
            Classify(from, title);
            Classify(title, to);
            return;
        }
        ClassifyOne(from, to);
    }

    /// <summary>"M. Lavrov" is Mr. Lavrov in French, not a man whose first name begins with M; "Sr." is no suffix in Spanish.</summary>
    private bool IsTitle(int at) => text.Language switch
    {
        "fr" => text.Words[at].Slice(text.Text) is "M." or "MM." or "Mme" or "Mgr",
        "es" => text.Words[at].Slice(text.Text) is "Sr." or "Sra" or "Srta" or "D." or "Dr." or "Dra" or "Dña",
        _ => false,
    };

    /// <summary>"Covert US-Russia talks": the sentence's first word is no part of the name behind it.</summary>
    private bool IsOrdinaryStart(int from, int to)
    {
        var word = text.Words[from];
        // The lists hold no ordinary words but English ones: elsewhere a first name must be known.
        if (NominativeNames.HasOtherWords(text.Language) && word.IsFirst && to - from > 1 && word.Shape == WordShape.Capital
            && !word.Is(WordKinds.Name | WordKinds.Title | WordKinds.Demonym | WordKinds.PhraseStart | WordKinds.PlacePrefix | WordKinds.OrganisationWord)
            && !text.IsSeenCapitalWithin(word)) return true;
        // A word that no list holds is as little a part of a listed place behind it.
        if (word.IsFirst && to - from == 2 && word.Kinds == WordKinds.None
            && text.Words[to - 1].Shape == WordShape.Capitals) return text.Words[to - 1].Is(WordKinds.Place);
        return word.IsFirst && to - from > 1 && word.Is(WordKinds.Common)
            && !word.Is(WordKinds.Name | WordKinds.PhraseStart | WordKinds.PlacePrefix)
            && !text.IsSeenCapitalWithin(word) && text.Words[from + 1].Is(WordKinds.Name | WordKinds.Demonym)
            && !text.Words[from + 1].Is(WordKinds.OrganisationWord | WordKinds.Particle);
    }

    private void ClassifyOne(int from, int to)
    {
        var words = text.Words;
        var at = from;
        var isTitled = false;
        while (at < to - 1 && IsLead(words[at], words[at + 1])) isTitled |= !words[at++].Is(WordKinds.Demonym);
        if (at > from && !isTitled && !words[at].Is(WordKinds.GivenName)) return; // "American Beauty" is no name of a person or place
        if (at > from && PersonRuns.AfterOffice(text, at, to) is > 0 and var person)
        {
            Classify(at, person);
            Classify(person, to);
            return;
        }
        if (NameNeighbours.IsTitleOfWork(text, from, to)) return;
        if (to - at > 1 && IsPlace(at, to)) { Add(at, to, EntityType.Place); return; }
        if (to - at == 1) { AddSingle(at, isTitled); return; }
        if (PersonRuns.SecondPerson(text, surnames, at, to) is > 0 and var second)
        {
            Classify(at, second);
            Classify(second, to);
            return;
        }
        Add(at, to, isTitled || NameContext.HasPersonBefore(text, at) ? EntityType.Person : NameNeighbours.TypeOf(text, at, to)
            ?? PersonRuns.TypeOf(text, at, to));
    }

    private void AddSingle(int at, bool isTitled)
    {
        var word = text.Words[at];
        if (word.Shape == WordShape.Initial) return;
        // "La reunión": an article at a sentence's start.
        if (NominativeNames.HasOtherWords(text.Language) && word.IsFirst && word.Shape == WordShape.Capital && word.Is(WordKinds.Particle)) return;
        if (isTitled && !word.Is(WordKinds.RoleNoun & ~WordKinds.Surname)) { Add(at, at + 1, EntityType.Person); return; }
        if (word.Is(WordKinds.Demonym)) return;
        if (NameContext.TypeOf(text, at) is not { IsName: true } told) return;
        Add(at, at + 1, told.Type);
    }

    private void Add(int from, int to, EntityType? type)
    {
        if (from >= to || type == EntityType.Place && NameNeighbours.IsElection(text, from, to)) return;
        names.Add(new NameSpan(from, to, type));
        if (type != EntityType.Person || to - from < 2) return;
        var last = to - 1;
        while (last > from && text.Words[last].Is(WordKinds.Suffix)) last -= text.Words[last - 1].Shape == WordShape.Punctuation ? 2 : 1;
        var surname = text.Words[Math.Max(last, from)];
        surnames.Add(surname.Hash);
        var joined = surname.Slice(text.Text);
        if (joined.IndexOf('-') is > 0 and var hyphen && hyphen + 1 < joined.Length && char.IsLower(joined[0]))
        {
            WordMemory.KindsOf(joined[(hyphen + 1)..], out var bare); // "Assad" is Bashar al-Assad
            surnames.Add(bare);
        }
    }

    /// <summary>Where the organisation ends that begins the run: after its last organisation word and what "of" adds; else from.</summary>
    private int OrganisationEnd(int from, int to)
    {
        var words = text.Words;
        for (var i = to - 1; i >= from; i--)
        {
            if (!words[i].Is(WordKinds.OrganisationWord) && !(words[i].Is(WordKinds.OfHead) && !words[i].Is(WordKinds.PlaceWord))) continue;
            var goesOn = i + 1 < to && words[i + 1].Shape is WordShape.Lower or WordShape.Punctuation;
            if (goesOn) return to;
            if (i > from && words[i].Is(WordKinds.OrganisationWord) && !IsPersonBefore(from, i)) return i + 1;
        }
        return from;
    }

    /// <summary>"Mr. Police Chief": a title before an organisation word that is no organisation's.</summary>
    private bool IsPersonBefore(int from, int word) =>
        word == from + 1 && text.Words[from].Is(WordKinds.Title) && !text.Words[from].Is(WordKinds.Adjective | WordKinds.Noun);

    private int WithoutLead(int from, int to)
    {
        // "Former White House": the first word of a sentence that is no part of the name.
        while (from < to - 2 && text.Words[from].IsFirst && text.Words[from].Is(WordKinds.Adjective | WordKinds.Adverb)
            && text.Words[from].Is(WordKinds.Title)) from++;
        return from;
    }

    private bool IsTeamName(int at) => text.Words[at].Is(WordKinds.Noun) && RoleNouns.IsPlural(text.Words[at].Slice(text.Text));

    private bool IsPlace(int from, int to)
    {
        var (first, last) = (text.Words[from], text.Words[to - 1]);
        if (last.Is(WordKinds.Place) && text.Words[to - 2].Shape == WordShape.Punctuation) return true; // "Washington, D.C."
        if (last.Is(WordKinds.PlaceWord) && !(first.Is(WordKinds.GivenName) && last.Is(WordKinds.Surname))) return true;
        if (first.Is(WordKinds.PlaceWord | WordKinds.OfHead) && text.Words[from + 1].Shape == WordShape.Lower) return true;
        return first.Is(WordKinds.PlacePrefix) && !first.Is(WordKinds.GivenName) && to - from <= 3
            && !last.Is(WordKinds.Common | WordKinds.Demonym);
    }

    private int InnerTitle(int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            var word = text.Words[i];
            if (!word.Is(WordKinds.Title) || !word.Is(WordKinds.RoleNoun) || word.Is(WordKinds.Surname | WordKinds.Suffix)
                || word.Is(WordKinds.GivenName) && word.Shape != WordShape.Capitals) continue;
            if (!IsLead(text.Words[i - 1], word)) return i;
        }
        return 0;
    }

    private static bool IsLead(NameWord word, NameWord next) =>
        word.Is(WordKinds.Title) && !(word.Is(WordKinds.GivenName) && !word.Is(WordKinds.RoleNoun))
        || word.Is(WordKinds.Demonym) && !word.Is(WordKinds.GivenName)
        || word.Is(WordKinds.RoleNoun) && !word.Is(WordKinds.GivenName | WordKinds.Surname | WordKinds.Place)
        && next.Is(WordKinds.GivenName | WordKinds.RoleNoun)
        || word.IsFirst && word.Is(WordKinds.Adjective | WordKinds.Adverb | WordKinds.Verb) && !word.Is(WordKinds.Name)
        && next.Is(WordKinds.GivenName);
}
