using System.Text.Json.Serialization;

namespace Bot.Text;

/// <summary>
/// A half-open range [Start, End) of UTF-16 code units in a briefing's original text. Everything the bot finds carries
/// one, and what it shows is sliced out by it: the words themselves are never copied along the way.
/// </summary>
public readonly record struct TextSpan
{
    /// <exception cref="ArgumentOutOfRangeException">A start below 0, or an end before the start.</exception>
    public TextSpan(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        Start = start;
        End = end;
    }

    public int Start { get; }

    public int End { get; }

    [JsonIgnore]
    public int Length => End - Start;

    [JsonIgnore]
    public bool IsEmpty => End == Start;

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Contains(int offset) => Start <= offset && offset < End;

    /// <summary>True when the two share at least one character: spans that only touch do not overlap.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The same range, read from a text that begins at <paramref name="origin"/> of this one's.</summary>
    public TextSpan RelativeTo(int origin) => new(Start - origin, End - origin);

    public TextSpan Shift(int by) => new(Start + by, End + by);

    public ReadOnlySpan<char> Slice(string text) => text.AsSpan(Start, Length);

    public override string ToString() => $"{Start}-{End}";
}
