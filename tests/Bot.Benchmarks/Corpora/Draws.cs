namespace Bot.Benchmarks.Corpora;

/// <summary>Random draws that are the same for the same seed on every machine and .NET version (SplitMix64: Steele, Lea and Flood 2014).</summary>
internal sealed class Draws(ulong seed)
{
    private ulong state = seed;

    /// <summary>The draws of one thing among many (a briefing, a person), whichever were drawn before.</summary>
    public static Draws Of(ulong seed, ulong stream, long number) => new(Mix(seed ^ Mix(stream ^ Mix((ulong)number))));

    public int Below(int limit) => (int)(Unit() * limit);

    /// <param name="to">Included.</param>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Chance(double share) => Unit() < share;

    /// <summary>A rank below <paramref name="count"/>, the k-th about 1/k as often as the first (Zipf's law with exponent 1).</summary>
    public int Rank(int count) => Math.Min(count - 1, (int)Math.Exp(Unit() * Math.Log(count + 1)) - 1);

    public T Any<T>(IReadOnlyList<T> list) => list[Below(list.Count)];

    public T Common<T>(IReadOnlyList<T> list) => list[Rank(list.Count)];

    /// <summary>In an order of chance, so that ranks do not follow the alphabet.</summary>
    public T[] Shuffled<T>(IEnumerable<T> list)
    {
        var shuffled = list.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }
        return shuffled;
    }

    private double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    private ulong Next() => Mix(state += 0x9E3779B97F4A7C15UL);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
