using Bot.Text;

namespace Bot.Mentions;

/// <summary>
/// A role phrase taken apart for comparing: its head ("foreign minister") and the country or body it belongs to ("russia", "nato"), null
/// where it names none. A former office describes nobody who is spoken of as in it.
/// </summary>
/// <param name="Lead">The small words before the head that tell it from others of its kind: " first", " visiting"; each behind a space.</param>
internal readonly record struct RoleDescription(TextSpan Span, string Head, string? Owner, string Lead, bool IsFormer)
{
    /// <summary>
    /// Adds the definite descriptions in the singular that no pattern has used: "The Belarusian president has urged ...".
    /// </summary>
    public static void Collect(RoleSentence sentence, List<RoleDescription> descriptions)
    {
        for (var i = 0; i < sentence.Count; i++)
        {
            if (sentence.IsUsed(i) || !sentence.IsWord(i, "the")) continue;
            var head = RolePhrase.HeadAfter(sentence, i);
            if (head < 0 || sentence.IsPlural(head) || sentence.IsUsed(head)) continue;
            if (!DescriptionPlace.SpeaksOfSomebody(sentence, i, head)) continue;
            descriptions.Add(Of(sentence, i, head));
            i = head;
        }
    }

    /// <summary>Links each description to the one person whose known role fits it; where two fit, to nobody.</summary>
    public static void Link(string text, List<RoleDescription> descriptions, List<Role> roles)
    {
        if (descriptions.Count == 0 || roles.Count == 0) return;
        var offices = roles.ConvertAll(role => new Office(role.Person, Read(text, role.Span) with { Span = default }))
            .Where(office => !office.Described.IsFormer).Distinct().ToLookup(office => office.Described.Head);
        foreach (var description in descriptions)
        {
            if (description.IsFormer || FindHolder(description, offices) is not { } holder) continue;
            roles.Add(new Role(holder.Person, description.Span, Unsure: !holder.IsSure));
        }
    }

    private readonly record struct Office(string Person, RoleDescription Described);

    private static (string Person, bool IsSure)? FindHolder(RoleDescription description, ILookup<string, Office> offices)
    {
        string? person = null;
        var isSure = false;
        foreach (var head in CompatibleRoles.Of(description.Head))
        {
            foreach (var office in offices[head])
            {
                if (!Fit(description, office.Described)) continue;
                if (person is not null && person != office.Person) return null;
                person = office.Person;
                isSure |= head == description.Head && description.Owner is not null && description.Owner == office.Described.Owner;
            }
        }
        return person is null ? null : (person, isSure);
    }

    private static bool Fit(RoleDescription description, RoleDescription role)
    {
        if (description.Owner is not null && role.Owner is not null && description.Owner != role.Owner) return false;
        // "the visiting monk" is not the monk who was called a Pachomian one.
        foreach (var word in description.Lead.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!$"{role.Lead} ".Contains($" {word} ", StringComparison.Ordinal)) return false;
        }
        if (description.Head == role.Head) return true;
        // Another word for the office says little alone: one of the two must say whose office it is.
        return (description.Owner ?? role.Owner) is not null;
    }

    private static RoleDescription Read(string text, TextSpan span)
    {
        var sentence = new RoleSentence();
        // A role is a sentence of its own here: what stands around it says nothing of its owner.
        sentence.Read(new NameText(new Prose(text, [new Sentence(span, Paragraph: 0)], "en")), 0, []);
        var head = RolePhrase.HeadAfter(sentence, 0);
        return Of(sentence, 0, head < 0 ? sentence.Count - 1 : head);
    }

    private static RoleDescription Of(RoleSentence sentence, int from, int head)
    {
        string? owner = null;
        var (lead, isFormer) = ("", false);
        Span<char> lower = stackalloc char[Lexicon.Longest];
        for (var i = from; i < head; i++)
        {
            var word = sentence.Words[i];
            if (word.End - word.Start > lower.Length) continue;
            var key = lower[..word.Slice(sentence.Text).ToLowerInvariant(lower)];
            if (word.Is(WordKinds.Demonym)) owner ??= Lexicon.PlaceOf(key) ?? key.ToString();
            else if (word.IsCapital && word.Is(WordKinds.Place | WordKinds.Organisation)) owner ??= key.ToString();
            else if (sentence.TypeAt(i) is null && !RolePhrase.IsDeterminer(sentence, i) && !CompatibleRoles.MakesOffice(key.ToString()) && !TellsNobodyApart(sentence, i, key)) lead += $" {key}";
            isFormer |= key is "former" or "ex" or "late" or "retired" or "then" || key.StartsWith("ex-");
        }
        for (var i = head + 1; i < Math.Min(sentence.Count, head + 4); i++)
        {
            var word = sentence.Words[i];
            if (word.IsCapital && word.Is(WordKinds.Place | WordKinds.Organisation) && word.End - word.Start <= lower.Length)
                owner ??= lower[..word.Slice(sentence.Text).ToLowerInvariant(lower)].ToString();
        }
        return new RoleDescription(new TextSpan(sentence.Words[from].Start, sentence.Words[head].End), HeadOf(sentence, from, head), owner, lead, isFormer);
    }

    // "the country's president", "the longtime president", "the 69-year-old president": so is the only one there is.
    private static bool TellsNobodyApart(RoleSentence sentence, int at, ReadOnlySpan<char> word) => char.IsAsciiDigit(word[0])
        || word is "country's" or "country’s" or "nation's" or "nation’s" or "country" or "nation" or "current" or "present" or "incumbent" or "sitting"
            or "longtime" or "long-time" or "longstanding" or "long-serving" or "veteran" or "embattled" or "ailing" or "powerful" or "outgoing"
        || sentence.IsMark(at - 1, '-') && word is "year" or "old" or "time" or "serving";

    /// <summary>"foreign minister" and "prime minister" are two offices: the word before counts where it makes one.</summary>
    private static string HeadOf(RoleSentence sentence, int from, int head)
    {
        var noun = sentence.Words[head].Slice(sentence.Text).ToString().ToLowerInvariant();
        if (head <= from || sentence.Words[head - 1].Shape < WordShape.Lower) return noun;
        var before = sentence.Words[head - 1].Slice(sentence.Text).ToString().ToLowerInvariant();
        return CompatibleRoles.MakesOffice(before) ? before + " " + noun : noun;
    }
}
