namespace Bot.Briefings.Reading;

/// <summary>The title of a plain text: its first line, when it looks like one.</summary>
internal static class TitleLine
{
    private const int Longest = 120;

    /// <summary>The first line if it is short, ends without a full stop or the like, and a blank line follows; else null.</summary>
    public static string? Find(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = text.IndexOfAny('\r', '\n');
        if (end < 0) return null;
        var line = text[..end].Trim();
        if (line.Length is 0 or > Longest || line[^1] is '.' or '?' or '!' or ';' or ',' or ':' or '…' or '。' || !HasLetter(line)) return null;
        return BlankLineFollows(text[end..]) && DateLine.Read(line) is null ? Metadata.OneLine(line) : null;
    }

    private static bool BlankLineFollows(ReadOnlySpan<char> rest)
    {
        rest = rest.StartsWith("\r\n") ? rest[2..] : rest[1..];
        var end = rest.IndexOfAny('\r', '\n');
        return end >= 0 && rest[..end].IsWhiteSpace() && !rest.IsWhiteSpace();
    }

    private static bool HasLetter(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
            if (char.IsLetter(c))
                return true;
        return false;
    }
}
