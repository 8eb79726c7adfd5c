using System.Text;

namespace Bot.Text;

/// <summary>
/// English words that mean the same ("start", "begin"), or are made of the same root ("speak", "speech"): of the first two senses that WordNet has
/// (Miller 1995; NOTICE). Of the list nothing but its bytes is held: a look-up is a binary search over its lines. Thread-safe.
/// </summary>
internal static class RelatedWords
{
    /// <summary>UTF-16 code units; longer words and phrases are in no line.</summary>
    private const int Longest = 48;

    /// <summary>A line each, in the order of their bytes: a word or phrase, a tab, and the words that stand for it.</summary>
    private static readonly Lazy<byte[]> Lines = new(Load);

    /// <summary>The words, none twice, that may stand for one, whichever form of it is given.</summary>
    /// <param name="phrase">A word, or up to three with one blank between ("turned down"), in small letters.</param>
    public static IReadOnlyCollection<string> Of(string phrase)
    {
        var related = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in BaseForms(phrase)) related.UnionWith(Find(form));
        return related;
    }

    /// <summary>What a word may be a form of, by the endings that WordNet's own look-up takes off (morphy), and of a phrase its first word.</summary>
    private static IEnumerable<string> BaseForms(string phrase)
    {
        yield return phrase;
        var blank = phrase.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = blank < 0 ? (phrase, "") : (phrase[..blank], phrase[blank..]);
        if (IrregularForms.Base(word).ToString() is var known && known != word) yield return known + rest;
        foreach (var form in WithoutEnding(word)) yield return form + rest;
    }

    private static IEnumerable<string> WithoutEnding(string word)
    {
        if (word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal)) return [word[..^3] + "y"];
        if (word.EndsWith("es", StringComparison.Ordinal)) return [word[..^1], word[..^2]];
        if (word.EndsWith('s')) return [word[..^1]];
        if (word.EndsWith("ed", StringComparison.Ordinal)) return [word[..^1], .. WithoutDoubling(word[..^2])];
        return word.EndsWith("ing", StringComparison.Ordinal) ? [word[..^3] + "e", .. WithoutDoubling(word[..^3])] : [];
    }

    // "stopp" may be "stop", and "pass" is "pass".
    private static string[] WithoutDoubling(string word) => word.Length > 3 && word[^1] == word[^2] ? [word, word[..^1]] : [word];

    private static string[] Find(string phrase)
    {
        if (phrase.Length is 0 or > Longest || !Ascii.IsValid(phrase)) return [];
        Span<byte> wanted = stackalloc byte[Longest];
        wanted = wanted[..Encoding.ASCII.GetBytes(phrase, wanted)];
        ReadOnlySpan<byte> lines = Lines.Value;
        while (lines.Length > 0)
        {
            var start = lines[..(lines.Length / 2)].LastIndexOf((byte)'\n') + 1;
            var end = start + lines[start..].IndexOf((byte)'\n');
            var line = lines[start..end];
            var tab = line.IndexOf((byte)'\t');
            var order = line[..tab].SequenceCompareTo(wanted);
            if (order == 0) return Encoding.ASCII.GetString(line[(tab + 1)..]).Split(' ');
            lines = order < 0 ? lines[(end + 1)..] : lines[..start];
        }
        return [];
    }

    private static byte[] Load()
    {
        using var list = typeof(RelatedWords).Assembly.GetManifestResourceStream("Words/related-words.txt")!;
        var bytes = new byte[list.Length];
        list.ReadExactly(bytes);
        // The first line says where the list is from.
        return bytes[(Array.IndexOf(bytes, (byte)'\n') + 1)..];
    }
}
