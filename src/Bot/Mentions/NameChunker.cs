namespace Bot.Mentions;

/// <summary>
/// Finds runs of capitals that may be names: "Council on Foreign Relations", "Belarusian President Alexander Lukashenko". What
/// they name, and where one name ends and the next begins, is for <see cref="NameClassifier"/> to say.
/// </summary>
internal static class NameChunker
{
    /// <summary>A run of words [From, To) of the text's words.</summary>
    public readonly record struct Chunk(int From, int To);

    public static void Find(NameText text, (int From, int To, bool IsHeadline) sentence, List<Chunk> chunks)
    {
        var words = text.Words;
        for (var i = sentence.From; i < sentence.To;)
        {
            if (!MayBegin(text, i, sentence)) { i++; continue; }
            var end = i + 1;
            while (Extend(text, i, end, sentence) is var next && next > end) end = next;
            chunks.Add(new Chunk(i, end));
            i = end;
        }
    }

    private static bool MayBegin(NameText text, int i, (int From, int To, bool IsHeadline) sentence)
    {
        var word = text.Words[i];
        if (!word.IsCapital) return false;
        var next = i + 1 < sentence.To ? text.Words[i + 1] : default;
        if (word.Is(WordKinds.Calendar)) return word.Is(WordKinds.GivenName) && next.IsCapital && next.Is(WordKinds.Surname)
            && !next.Is(WordKinds.Function);
        if (word.Is(WordKinds.Function))
        {
            // "Los Angeles", "La Paz": articles of other languages, where the list of phrases or the middle of a sentence vouches for a
            // name.
            if (text.Language != "de" && word.Is(WordKinds.PlacePrefix | WordKinds.Particle) && next.IsCapital
                && (word.Is(WordKinds.PhraseStart) || !word.IsFirst) && !sentence.IsHeadline) return true;
            // "US", "WHO" and "IT" are pronouns in small letters; "Will Smith" begins like a question.
            if (word.Shape == WordShape.Capitals && !sentence.IsHeadline) return word.Is(WordKinds.Place | WordKinds.Organisation);
            return word.Is(WordKinds.GivenName) && !word.IsFirst && next.IsCapital && next.Is(WordKinds.Surname);
        }
        if (word.Shape == WordShape.Initial) return next.IsCapital && !next.Is(WordKinds.Function);
        if (word.End - word.Start < 2) return false;
        if (sentence.IsHeadline) return IsListed(text, word);
        if (!word.IsFirst || word.Is(WordKinds.Name | WordKinds.Title | WordKinds.Demonym | WordKinds.PhraseStart)) return true;
        if (text.IsSeenCapitalWithin(word)) return true;
        if (next.IsCapital && !next.Is(WordKinds.Function | WordKinds.Calendar)) return true;
        return !word.Is(WordKinds.Common | WordKinds.RoleNoun) && !text.IsSeenInSmallLetters(word);
    }

    private static bool IsListed(NameText text, NameWord word) =>
        word.Is(WordKinds.Name | WordKinds.Title | WordKinds.PhraseStart | WordKinds.PlacePrefix) || !word.Is(WordKinds.Common)
            && !text.IsSeenInSmallLetters(word)
        || text.IsSeenCapitalWithin(word);

    private static bool IsPart(NameText text, int i, (int From, int To, bool IsHeadline) sentence)
    {
        if (i >= sentence.To) return false;
        var word = text.Words[i];
        if (!word.IsCapital || word.Is(WordKinds.Calendar) && !word.Is(WordKinds.GivenName | WordKinds.Surname)) return false;
        if (word.Is(WordKinds.Function)) return word.Shape == WordShape.Capitals ? word.Is(WordKinds.Place | WordKinds.Organisation)
            : word.Is(WordKinds.Surname) && !word.Is(WordKinds.Particle);
        return !sentence.IsHeadline || IsListed(text, word) || word.Is(WordKinds.OrganisationWord | WordKinds.PlaceWord);
    }

    /// <summary>The chunk's end after one more word, or after a small word and one more; <paramref name="end"/> where it ends.</summary>
    private static int Extend(NameText text, int from, int end, (int From, int To, bool IsHeadline) sentence)
    {
        var words = text.Words;
        var last = words[end - 1];
        if (end > from + 1 && last.Is(WordKinds.Place)
            && words[end - 2].Shape == WordShape.Punctuation) return end; // behind "Washington, D.C."
        if (last.IsPossessive && !(last.Is(WordKinds.Noun) && !last.Is(WordKinds.Place) && IsPart(text, end, sentence)
            && words[end].Is(WordKinds.OrganisationWord | WordKinds.OfHead))) return end;
        if (IsPart(text, end, sentence)) return end + 1;
        // "John Will", "George Will": a surname that is a small word elsewhere.
        if (end == from + 1 && end < sentence.To && last.Is(WordKinds.GivenName) && !last.Is(WordKinds.Common) && !sentence.IsHeadline
            && words[end].Shape == WordShape.Capital && !words[end].IsFirst && words[end].End - words[end].Start > 3
            && !words[end].Is(WordKinds.Calendar)) return end + 1;
        if (end + 1 >= sentence.To) return end;
        var link = words[end];
        if (link.Is(text.Text, '&') && IsPart(text, end + 1, sentence) && !words[end + 1].Is(WordKinds.GivenName | WordKinds.Surname)
            && (last.Shape >= WordShape.Capitals || last.Is(WordKinds.Common)
            || words[end + 1].Is(WordKinds.Common | WordKinds.OrganisationWord))) return end + 2;
        // "Washington, D.C."
        if (link.Is(text.Text, ',') && last.Is(WordKinds.Place) && words[end + 1].Is(WordKinds.Place)
            && words[end + 1].Shape == WordShape.Capitals
            && text.Text[words[end + 1].End - 1] == '.') return end + 2;
        if (link.Is(text.Text, ',') && words[end + 1].Is(WordKinds.Suffix) && words[end + 1].IsCapital
            && words[end + 1].Shape == WordShape.Capital) return end + 2;
        if (IsParticle(text, end))
        {
            var at = end + 1;
            while (at < end + 3 && at < sentence.To && words[at].Shape == WordShape.Lower
                && words[at].Is(WordKinds.Particle)) at++; // "van der"
            if (IsPart(text, at, sentence)) return at + 1;
        }
        if (IsOfPhrase(text, from, end, sentence, out var past)) return past;
        return end;
    }

    /// <summary>In German "der" and "den" are articles far more often than part of a Dutch name; behind "van" they are that.</summary>
    private static bool IsParticle(NameText text, int at)
    {
        var word = text.Words[at];
        if (word.Shape != WordShape.Lower || !word.Is(WordKinds.Particle)) return false;
        if (text.Language == "es" && word.Slice(text.Text) is "y" or "e") return false; // "Lavrov y Lukashenko"
        return text.Language != "de" || word.Slice(text.Text) is "von" or "van" or "zu" or "de" or "al" or "bin";
    }

    /// <summary>
    /// "of", "for", "on", "and" go on only behind a word that asks for it: "Council on ...", "Ministry of Health and ...".
    /// </summary>
    private static bool IsOfPhrase(NameText text, int from, int end, (int From, int To, bool IsHeadline) sentence, out int past)
    {
        var words = text.Words;
        past = end;
        var link = words[end].Slice(text.Text);
        var at = end + 1;
        if (link is "and")
        {
            // "Department of Health and Human Services"; not "Council on Foreign Relations and Richard Haass".
            if (!IsPart(text, at, sentence) || !HasSmallWord(words, from, end)
                || words[at].Is(WordKinds.GivenName | WordKinds.Name | WordKinds.Title)) return false;
            if (!words[end - 1].Is(WordKinds.Common) || !words[at].Is(WordKinds.Common)) return false;
            past = at + 1;
            return true;
        }
        if (link is not ("of" or "for" or "on" or "in")) return false;
        if (at < sentence.To && words[at].Slice(text.Text) is "the") at++;
        if (!IsPart(text, at, sentence) || words[at].Is(WordKinds.Calendar)) return false;
        var head = words[end - 1];
        var isHead = head.Is(WordKinds.OfHead) && !(head.Is(WordKinds.Title) && head.Is(WordKinds.RoleNoun))
            || head.Is(WordKinds.OrganisationWord) && link is "of" or "for";
        if (!isHead || link is "in" || (link is "on" && !head.Is(WordKinds.OfHead))) return false;
        past = at + 1;
        return true;
    }

    private static bool HasSmallWord(ReadOnlySpan<NameWord> words, int from, int end)
    {
        for (var i = from; i < end; i++) if (words[i].Shape == WordShape.Lower) return true;
        return false;
    }
}
