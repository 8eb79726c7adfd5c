using System.Buffers;
using System.Collections.Frozen;
using Bot.Indexing;
using Bot.Mentions;
using Bot.Text;

namespace Bot.Answers;

/// <summary>
/// Finds a name in sentences where no mention of it was tagged. A stem is not enough: "brown bear" has that of "Brown", and "Johnston" that
/// of "Johnstone". The words must stand together, as they are spelled but for accents and transcription, with a capital where the script
/// has any.
/// </summary>
internal static class NameAsWritten
{
    /// <summary>What may stand between two words of a name: a space, a hyphen, a word that is not looked for ("van der").</summary>
    private const int LongestGap = 10;

    private static readonly SearchValues<char> Separators = SearchValues.Create(",;:()\"“”");

    /// <summary>Languages (ISO 639-1) whose names take endings: there the stem is all that the forms of a name share.</summary>
    private static readonly FrozenSet<string> WithEndings = FrozenSet.Create(
        "be", "bs", "cs", "el", "et", "eu", "fi", "hr", "hu", "hy", "ka", "lt", "lv", "pl", "ru", "sk", "sl", "sr", "tr", "uk");

    /// <summary>Where the name stands in the sentence; empty where it does not, or where somebody or something else is named so.</summary>
    public static IReadOnlyList<TextSpan> In(TopicPassage passage, SentenceMatch sentence, QuestionTerms name)
    {
        if (sentence.Found != name.All) return [];
        var words = name.Words;
        var matches = sentence.Matches;
        // A script without capitals is cut into words, if at all, by rules that know no names: there all the words are the name.
        if (!matches.Any(match => HasCase(Slice(passage, match)))) return matches;
        var found = new List<TextSpan>();
        for (var i = 0; i + words.Count <= matches.Count; i++)
        {
            if (!Enumerable.Range(0, words.Count).All(at => IsWord(passage, matches[i + at], words[at]))) continue;
            if (!Enumerable.Range(1, words.Count - 1).All(at => StandTogether(passage, matches[i + at - 1], matches[i + at]))) continue;
            var span = new TextSpan(matches[i].Start, matches[i + words.Count - 1].End);
            if (!IsOrdinary(passage, span, words.Count) && !IsOfAnother(passage, span)) found.Add(span);
        }
        return found;
    }

    private static bool IsWord(TopicPassage passage, TextSpan match, QueryTerm word)
    {
        var written = QueryTerm.WithoutPossessive(Slice(passage, match).ToString());
        if (!char.IsUpper(written[0])) return false;
        if (WithEndings.Contains(passage.Indexed.Language)) return true;
        var asked = NameFolding.Fold(word.Word);
        return NameFolding.Fold(written) == asked
            || (passage.Indexed.Language == "de" && written[^1] == 's' && NameFolding.Fold(written[..^1]) == asked);
    }

    private static bool StandTogether(TopicPassage passage, TextSpan first, TextSpan second)
    {
        if (second.Start < first.End || second.Start - first.End > LongestGap) return false;
        return Slice(passage, new TextSpan(first.End, second.Start)).IndexOfAny(Separators) < 0;
    }

    /// <summary>"Brown" alone is an ordinary word too: where the tagger saw no name in it, its capital is that of a sentence's start.</summary>
    private static bool IsOrdinary(TopicPassage passage, TextSpan span, int words)
    {
        if (words > 1 || span.Length > Lexicon.Longest) return false;
        var lower = QueryTerm.WithoutPossessive(Slice(passage, span).ToString()).ToLowerInvariant();
        return ((Lexicon.Of(lower) | Inflection.KindsOf(lower)) & (WordKinds.Common | WordKinds.Function | WordKinds.Calendar)) != 0;
    }

    /// <summary>Within a passage that names nobody asked about, whatever is tagged there is something else.</summary>
    private static bool IsOfAnother(TopicPassage passage, TextSpan span) =>
        passage.Indexed.Passage.Annotations.Mentions.Any(mention => mention.Span.Overlaps(span));

    private static bool HasCase(ReadOnlySpan<char> word) => char.IsUpper(word[0]) || char.IsLower(word[0]);

    private static ReadOnlySpan<char> Slice(TopicPassage passage, TextSpan span) =>
        span.RelativeTo(passage.Indexed.Passage.Span.Start).Slice(passage.Words);
}
