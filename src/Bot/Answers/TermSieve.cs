namespace Bot.Answers;

/// <summary>
/// Tells of most terms, without hashing them, that they are none of a few. A passage has a hundred terms, of which a question knows one or two, and
/// hashing all of them was a tenth of an answer's time.
/// </summary>
internal sealed class TermSieve
{
    private const int Bits = 1024;

    private readonly ulong[] bits = new ulong[Bits / 64];

    public void Add(string term)
    {
        var at = PlaceOf(term);
        bits[at >> 6] |= 1UL << at;
    }

    /// <summary>False for no term that was added, and for most others.</summary>
    public bool MayHold(string term)
    {
        var at = PlaceOf(term);
        return (bits[at >> 6] & (1UL << at)) != 0;
    }

    // First, middle and last letter and the length: what is at hand.
    private static int PlaceOf(string term) => term.Length == 0
        ? 0
        : ((term[0] * 31) ^ (term[term.Length / 2] * 7) ^ (term[^1] * 131) ^ (term.Length << 5)) & (Bits - 1);
}
