using Bot.Text;

namespace Bot.Mentions;

/// <summary>How a word is written.</summary>
internal enum WordShape : byte
{
    Punctuation,
    Number,
    Lower,

    /// <summary>One capital, with or without its full stop: "J.".</summary>
    Initial,

    /// <summary>A capital, then small letters: "Lavrov", "McCain".</summary>
    Capital,

    /// <summary>Capitals alone, two or more: "NSC", "U.S.".</summary>
    Capitals,
}

/// <summary>
/// A word as name finding sees it. The span leaves the possessive 's out and takes an abbreviation's full stop in;
/// <paramref name="Hash"/> is of the word in small letters, the same in every process.
/// </summary>
internal readonly record struct NameWord(int Start, int End, WordShape Shape, bool IsPossessive, bool IsFirst, WordKinds Kinds, ulong Hash)
{
    public bool IsCapital => Shape >= WordShape.Initial;

    public TextSpan Span => new(Start, End);

    public bool Is(WordKinds kinds) => (Kinds & kinds) != 0;

    public ReadOnlySpan<char> Slice(string text) => text.AsSpan(Start, End - Start);

    public bool Is(string text, char mark) => End - Start == 1 && text[Start] == mark;
}
