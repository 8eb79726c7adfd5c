namespace Bot.Quotes;

/// <summary>
/// Makes "didn’t" into "didn't", as the tables write it. Tables with both forms would be slower to search: a frozen dictionary
/// that ignores case has a fast way for keys in ASCII only.
/// </summary>
internal static class Apostrophes
{
    /// <summary>Longer words are in no table and stay as they are.</summary>
    public const int LongestWord = 24;

    public static ReadOnlySpan<char> Straighten(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (word.Length > buffer.Length || !word.Contains('’')) return word;
        word.Replace(buffer, '’', '\'');
        return buffer[..word.Length];
    }
}
