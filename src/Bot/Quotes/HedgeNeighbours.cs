using System.Collections.Frozen;
using Bot.Text;

namespace Bot.Quotes;

/// <summary>The words right before and right behind a cue that make it none: "was not only", "was due to a fault".</summary>
internal sealed class HedgeNeighbours
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> behind, before;

    private HedgeNeighbours(string words)
    {
        string Of(string place) => words.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(part => part.StartsWith(place, StringComparison.Ordinal))?[place.Length..] ?? "";
        (behind, before) = (Set(Of("behind ")), Set(Of("before ")));
    }

    /// <summary>A line for cues set apart by "|", then after a colon "behind" or "before" with words, the two set apart by ";".</summary>
    public static Dictionary<string, HedgeNeighbours> Read(string table)
    {
        var read = new Dictionary<string, HedgeNeighbours>();
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':');
            var neighbours = new HedgeNeighbours(line[(colon + 1)..]);
            foreach (var cue in line[..colon].Split('|', StringSplitOptions.TrimEntries)) read.Add(cue, neighbours);
        }
        return read;
    }

    public bool Allow(string text, ReadOnlySpan<Token> words, int at, int length) =>
        !(at > 0 && behind.Contains(words[at - 1].Slice(text)))
        && !(at + length < words.Length && before.Contains(words[at + length].Slice(text)));

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
