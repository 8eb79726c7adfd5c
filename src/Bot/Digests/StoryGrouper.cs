using System.Runtime.InteropServices;
using Bot.Text;

namespace Bot.Digests;

/// <summary>
/// Tells which texts are the same story, as outlets print one agency's report with words of their own: by the runs of three words (shingles, Broder 1997) that they
/// share. Two reports of one event in different words are two stories. What is written here once of some texts serves each digest that tells of some of them.
/// </summary>
internal sealed class StoryGrouper
{
    /// <summary>UTF-16 code units of a text's body that are looked at.</summary>
    public const int MostLetters = 10 * MostWords;

    private const int ShingleWords = 3;

    /// <summary>Words from the beginning: further down each outlet adds its own.</summary>
    private const int MostWords = 250;

    /// <summary>Of the shorter text's shingles, the share that the other has (containment). See StoryGrouperTests for the pairs it was set by.</summary>
    private const double SameStory = 0.35;

    /// <summary>Fewer in common are a phrase that many reports begin with.</summary>
    private const int FewestShared = 8;

    /// <summary>A shingle that more texts have is boilerplate, and tells nothing.</summary>
    private const int MostSharing = 200;

    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private readonly int[] sizes, shared;
    private readonly List<int> sharing = [];
    private readonly List<(int Text, int Other)> same = [];

    // Which texts have a shingle: the newest, and from each the one before.
    private readonly Dictionary<ulong, (int Newest, int Texts)> having;
    private readonly int[] texts, before;

    public StoryGrouper(IReadOnlyList<ulong[]> shingles)
    {
        sizes = [.. shingles.Select(one => one.Length)];
        shared = new int[sizes.Length];
        var all = sizes.Sum();
        (having, texts, before) = (new Dictionary<ulong, (int, int)>(all), new int[all], new int[all]);
        var entry = 0;
        for (var text = 0; text < sizes.Length; text++)
        {
            CountShared(shingles[text]);
            AddSame(sizes[text], other => same.Add((text, other)));
            foreach (var shingle in shingles[text])
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(having, shingle, out var isKnown);
                (texts[entry], before[entry]) = (text, isKnown ? known.Newest : -1);
                known = (entry++, known.Texts + 1);
            }
        }
    }

    /// <summary>The shingles of a text's beginning, each once, in no order.</summary>
    public static ulong[] Shingles(string text)
    {
        Span<ulong> words = stackalloc ulong[MostWords];
        var count = 0;
        foreach (var token in Tokenizer.Tokenize(text, new TextSpan(0, Math.Min(text.Length, MostLetters))))
        {
            if (token.Kind == TokenKind.Punctuation) continue;
            words[count++] = HashOf(token.Slice(text));
            if (count == MostWords) break;
        }
        if (count < ShingleWords) return [];
        var found = new HashSet<ulong>(count);
        for (var i = 0; i + ShingleWords <= count; i++)
        {
            var hash = Basis;
            foreach (var word in words.Slice(i, ShingleWords)) hash = (hash ^ word) * Prime;
            // What was multiplied last tells little in its upper bits (Stafford's mix 13).
            hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
            hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
            found.Add(hash ^ (hash >> 31));
        }
        return [.. found];
    }

    /// <summary>FNV-1a, 64 bits, of a word in small letters: the same on every machine.</summary>
    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var letter in word) hash = (hash ^ char.ToLowerInvariant(letter)) * Prime;
        return hash;
    }

    /// <returns>For each text the first one of its story, itself where no earlier one is of it.</returns>
    public static int[] Group(IReadOnlyList<ulong[]> shingles) => new StoryGrouper(shingles).Group([], _ => true);

    /// <summary>Groups those of the texts that are wanted, as if there were no others.</summary>
    /// <param name="told">Shingles of texts that were told before.</param>
    /// <returns>For each text the first one of its story; -1 for those that are not wanted, and those of a story that was told.</returns>
    public int[] Group(IEnumerable<ulong[]> told, Func<int, bool> isWanted)
    {
        var wanted = Enumerable.Range(0, sizes.Length).Select(isWanted).ToArray();
        // The one behind the last stands for all that was told.
        var first = Enumerable.Range(0, sizes.Length + 1).ToArray();
        foreach (var (text, other) in same)
        {
            if (wanted[text] && wanted[other]) Join(first, text, other);
        }
        foreach (var one in told)
        {
            CountShared(one);
            AddSame(one.Length, text =>
            {
                if (wanted[text]) Join(first, text, sizes.Length);
            });
        }
        var ofTold = RootOf(first, sizes.Length);
        return [.. Enumerable.Range(0, sizes.Length).Select(text => !wanted[text] || RootOf(first, text) == ofTold ? -1 : RootOf(first, text))];
    }

    /// <summary>Counts with which texts that were taken up it shares how many shingles.</summary>
    private void CountShared(ulong[] shingles)
    {
        foreach (var shingle in shingles)
        {
            if (!having.TryGetValue(shingle, out var known) || known.Texts >= MostSharing) continue;
            for (var entry = known.Newest; entry >= 0; entry = before[entry])
            {
                if (shared[texts[entry]]++ == 0) sharing.Add(texts[entry]);
            }
        }
    }

    /// <summary>Tells which of those counted are the same story, and begins anew.</summary>
    private void AddSame(int size, Action<int> add)
    {
        foreach (var other in sharing)
        {
            var (shorter, longer) = (Math.Min(size, sizes[other]), Math.Max(size, sizes[other]));
            if (shared[other] == longer || (shared[other] >= FewestShared && shared[other] >= SameStory * shorter)) add(other);
            shared[other] = 0;
        }
        sharing.Clear();
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
