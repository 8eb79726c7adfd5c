using System.Globalization;

namespace Bot.Benchmarks.Soak;

/// <summary>How often each kind of fault has come. Thread-safe.</summary>
internal sealed class FaultCount
{
    private readonly Lock turn = new();
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Add(string kind)
    {
        lock (turn) counts[kind] = counts.GetValueOrDefault(kind) + 1;
    }

    public override string ToString()
    {
        lock (turn) return string.Join(", ", counts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value}")));
    }
}
