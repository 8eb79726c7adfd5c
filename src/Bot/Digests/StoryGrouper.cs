using Bot.Text;

namespace Bot.Digests;

/// <summary>
/// Tells which texts are the same story, as outlets print one agency's report with words of their own: by the runs of three words (shingles, Broder 1997) that they
/// share. Two reports of one event in different words are two stories.
/// </summary>
internal static class StoryGrouper
{
    private const int ShingleWords = 3;

    /// <summary>Words from the beginning: further down each outlet adds its own.</summary>
    private const int MostWords = 250;

    /// <summary>Of the shorter text's shingles, the share that the other has (containment). See StoryGrouperTests for the pairs it was set by.</summary>
    private const double SameStory = 0.35;

    /// <summary>Fewer in common are a phrase that many reports begin with.</summary>
    private const int FewestShared = 8;

    /// <summary>A shingle that more texts have is boilerplate, and tells nothing.</summary>
    private const int MostSharing = 200;

    /// <summary>The shingles of a text's beginning, in no order.</summary>
    public static HashSet<ulong> Shingles(string text)
    {
        var words = new List<string>(MostWords);
        foreach (var token in Tokenizer.Tokenize(text, new TextSpan(0, Math.Min(text.Length, 10 * MostWords))))
        {
            if (token.Kind == TokenKind.Punctuation) continue;
            words.Add(token.Slice(text).ToString().ToLowerInvariant());
            if (words.Count == MostWords) break;
        }
        var found = new HashSet<ulong>(words.Count);
        for (var i = 0; i + ShingleWords <= words.Count; i++)
        {
            found.Add(HashOf(words, i));
        }
        return found;
    }

    /// <summary>FNV-1a, 64 bits: the same on every machine.</summary>
    private static ulong HashOf(List<string> words, int at)
    {
        var hash = 14695981039346656037;
        for (var i = at; i < at + ShingleWords; i++)
        {
            foreach (var letter in words[i]) hash = (hash ^ letter) * 1099511628211;
            hash = (hash ^ ' ') * 1099511628211;
        }
        return hash;
    }

    /// <returns>For each text the first one of its story, itself where no earlier one is of it.</returns>
    public static int[] Group(IReadOnlyList<HashSet<ulong>> texts)
    {
        var first = Enumerable.Range(0, texts.Count).ToArray();
        var having = new Dictionary<ulong, List<int>>();
        var shared = new Dictionary<int, int>();
        for (var text = 0; text < texts.Count; text++)
        {
            shared.Clear();
            foreach (var shingle in texts[text])
            {
                if (!having.TryGetValue(shingle, out var others)) having.Add(shingle, others = []);
                if (others.Count < MostSharing)
                {
                    foreach (var other in others) shared[other] = shared.GetValueOrDefault(other) + 1;
                }
                others.Add(text);
            }
            foreach (var (other, count) in shared)
            {
                var (shorter, longer) = (Math.Min(texts[text].Count, texts[other].Count), Math.Max(texts[text].Count, texts[other].Count));
                if (count == longer || (count >= FewestShared && count >= SameStory * shorter)) Join(first, text, other);
            }
        }
        return [.. first.Select(text => RootOf(first, text))];
    }

    private static void Join(int[] first, int one, int other)
    {
        var (a, b) = (RootOf(first, one), RootOf(first, other));
        first[Math.Max(a, b)] = Math.Min(a, b);
    }

    private static int RootOf(int[] first, int text)
    {
        while (first[text] != text) text = first[text] = first[first[text]];
        return text;
    }
}
