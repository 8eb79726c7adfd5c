using System.Runtime.CompilerServices;
using Bot.Text;

namespace Bot.Times;

/// <summary>
/// A run of letters, a run of digits ("1,000" is one) or one mark. Runs are cut finer than the index's tokens, so that "1990s",
/// "12-hour", "Q3" and "8pm" are read like "1990 s", "12 - hour", "Q 3", "8 pm".
/// </summary>
/// <param name="Word">The word's meanings; null for words that no time expression has.</param>
/// <param name="Number">The number's value, up to 999,999,999; -1 for what is no number.</param>
/// <param name="Mark">The punctuation mark; '\0' for words and numbers.</param>
internal readonly record struct TimeToken(int Start, int End, TimeWord? Word, int Number, char Mark, bool IsCapital)
{
    public int Length => End - Start;

    public bool IsWord => Mark == '\0' && Number < 0 && End > Start;
}

/// <summary>One sentence cut for the rules; indexes before its first and after its last token give an empty token.</summary>
internal sealed class TimeSentence(string text, TimeLexicon lexicon)
{
    private static readonly TimeToken None = new(0, 0, null, -1, '\0', false);

    private TimeToken[] _tokens = new TimeToken[64];

    public int Count { get; private set; }

    /// <summary>True when there is anything that could begin a time expression.</summary>
    public bool HasTrigger { get; private set; }

    public ref readonly TimeToken this[int at]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)] // the rules ask for little else
        get
        {
            if ((uint)at < (uint)Count) return ref _tokens[at];
            return ref None;
        }
    }

    public void Read(TextSpan span)
    {
        Count = 0;
        HasTrigger = false;
        for (var at = span.Start; at < span.End;)
        {
            var c = text[at];
            if (c == ' ') { at++; continue; }
            if (char.IsLetter(c)) at = ReadWord(at, span.End);
            else if (char.IsAsciiDigit(c)) at = ReadNumber(at, span.End);
            else
            {
                if (!char.IsWhiteSpace(c)) Add(new TimeToken(at, at + 1, null, -1, c, false));
                at++;
            }
        }
    }

    public ReadOnlySpan<char> Slice(int at) => text.AsSpan(this[at].Start, this[at].Length);

    public bool Is(int at, WordKind kinds) => this[at].Word?.Is(kinds) == true;

    /// <summary>The value of the word for a kind; 0 where it is not of that kind.</summary>
    public int Value(int at, WordKind kind) => this[at].Word?.Value(kind) ?? 0;

    public bool Is(int at, string word) => this[at].IsWord && Slice(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsAny(int at, params ReadOnlySpan<string> words)
    {
        if (!this[at].IsWord) return false;
        foreach (var word in words) if (Is(at, word)) return true;
        return false;
    }

    public bool IsMark(int at, char mark) => this[at].Mark == mark;

    public bool IsDash(int at) => this[at].Mark is '-' or '–' or '—' or '‐' or '‑' or '−';

    /// <summary>True when nothing stands between the token and the one before it.</summary>
    public bool Touches(int at) => at > 0 && at < Count && this[at].Start == this[at - 1].End;

    /// <summary>Letters beyond the lexicon's need not be read by the rules again: this tells the verb forms that end like that.</summary>
    public bool EndsWith(int at, string ending) => this[at].IsWord && Slice(at).EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private void Add(TimeToken token)
    {
        if (Count == _tokens.Length) Array.Resize(ref _tokens, 2 * Count);
        _tokens[Count++] = token;
    }

    private int ReadWord(int start, int limit)
    {
        var end = start + 1;
        while (end < limit && (char.IsLetter(text[end]) || IsInCyrillic(end, limit))) end++;
        var word = lexicon.Find(text.AsSpan(start, end - start));
        if (word is { IsTrigger: true }) HasTrigger = true;
        Add(new TimeToken(start, end, word, -1, '\0', char.IsUpper(text[start])));
        return end;
    }

    // "п'ятниця": within a Ukrainian word the apostrophe is a letter.
    private bool IsInCyrillic(int at, int limit) =>
        text[at] is '\'' or '’' or 'ʼ' && text[at - 1] is >= 'А' and <= 'ӿ' && at + 1 < limit && text[at + 1] is >= 'А' and <= 'ӿ';

    private int ReadNumber(int start, int limit)
    {
        HasTrigger = true;
        var value = 0L;
        var at = start;
        for (; at < limit && (char.IsAsciiDigit(text[at]) || IsThousands(at, start, limit)); at++)
        {
            if (text[at] != ',') value = Math.Min(value * 10 + (text[at] - '0'), 999_999_999);
        }
        Add(new TimeToken(start, at, null, (int)value, '\0', false));
        return at;
    }

    // "1,000" but not "4,2009" nor "2001,150": up to three digits, a comma, exactly three digits.
    private bool IsThousands(int at, int start, int limit) =>
        text[at] == ',' && (at - start <= 3 || text[at - 4] == ',') && at + 3 < limit
        && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
        && !(at + 4 < limit && char.IsAsciiDigit(text[at + 4]));
}
