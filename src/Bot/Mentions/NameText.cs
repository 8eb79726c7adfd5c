using System.Runtime.InteropServices;
using Bot.Text;

namespace Bot.Mentions;

/// <summary>A briefing's words as name finding sees them, sentence by sentence, with what their case elsewhere in it tells.</summary>
internal sealed class NameText
{
    [Flags]
    private enum Seen : byte { Nowhere = 0, InSmallLetters = 1, CapitalWithin = 2 }

    private readonly List<NameWord> words;
    private readonly List<(int From, int To, bool IsHeadline)> sentences = [];
    private readonly Dictionary<ulong, Seen> seen = [];

    public NameText(Prose prose)
    {
        Prose = prose;
        words = new List<NameWord>(prose.Tokens.Count + 8);
        for (var i = 0; i < prose.Sentences.Count; i++)
        {
            var from = words.Count;
            NameWordReader.Read(prose.Text, prose.Tokens[i], prose.Sentences[i].Span.End, words);
            sentences.Add((from, words.Count, IsHeadline(from, words.Count)));
        }
        Collect();
    }

    public Prose Prose { get; }

    public string Text => Prose.Text;

    public string Language => Prose.Language;

    public ReadOnlySpan<NameWord> Words => CollectionsMarshal.AsSpan(words);

    public IReadOnlyList<(int From, int To, bool IsHeadline)> Sentences => sentences;

    /// <summary>The word stands in small letters in this briefing: a capital at a sentence's start means nothing.</summary>
    public bool IsSeenInSmallLetters(NameWord word) => (seen.GetValueOrDefault(word.Hash) & Seen.InSmallLetters) != 0;

    /// <summary>The word stands capitalised within a sentence of this briefing: it is a name at a sentence's start, too.</summary>
    public bool IsSeenCapitalWithin(NameWord word) => (seen.GetValueOrDefault(word.Hash) & Seen.CapitalWithin) != 0;

    private void Collect()
    {
        foreach (var (from, to, isHeadline) in sentences)
        {
            for (var i = from; i < to; i++)
            {
                if (!words[i].IsCapital) continue;
                ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, words[i].Hash, out _);
                if (!isHeadline && !words[i].IsFirst) at |= Seen.CapitalWithin;
            }
        }
        foreach (var word in words)
        {
            if (word.Shape != WordShape.Lower) continue;
            ref var at = ref CollectionsMarshal.GetValueRefOrNullRef(seen, word.Hash);
            if (!System.Runtime.CompilerServices.Unsafe.IsNullRef(ref at)) at |= Seen.InSmallLetters;
        }
    }

    /// <summary>Nearly every word in capitals and no full stop, as in a title: there a capital tells nothing.</summary>
    private bool IsHeadline(int from, int to)
    {
        if (to > from && words[to - 1].Is(Text, '.')) return false;
        int capitals = 0, small = 0, smallest = 0, ordinary = 0;
        for (var i = from; i < to; i++)
        {
            var word = words[i];
            if (word.IsCapital)
            {
                capitals++;
                if (word.Is(WordKinds.Common) && !word.Is(WordKinds.Name)) ordinary++;
            }
            else if (word.Shape == WordShape.Lower && word.Is(WordKinds.Function | WordKinds.Particle)) smallest++;
            else if (word.Shape == WordShape.Lower) small++;
        }
        return capitals >= 4 && small * 6 <= capitals && smallest * 2 <= capitals && ordinary >= 2;
    }
}
