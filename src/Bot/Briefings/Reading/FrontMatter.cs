namespace Bot.Briefings.Reading;

/// <summary>
/// The metadata between two lines of "---" at the top of a Markdown file: "key: value", of YAML what people write there. Quotes, folded
/// lines, lists (joined by commas) and comments are understood; anything else is passed over.
/// </summary>
internal sealed class FrontMatter
{
    private const int MostLines = 200;

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    private FrontMatter()
    {
    }

    /// <summary>UTF-16 code units from the start of the text to the line after the front matter; 0 when there is none.</summary>
    public int Length { get; private set; }

    /// <summary>A value; null when the key is missing or empty.</summary>
    public string? this[string key] => values.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    public static FrontMatter Read(string text)
    {
        var front = new FrontMatter();
        var lines = new List<string>();
        var at = 0;
        if (NextLine(text, ref at).TrimEnd() is not "---") return front;
        while (at < text.Length && lines.Count < MostLines)
        {
            var line = NextLine(text, ref at);
            if (line.TrimEnd() is "---" or "...")
            {
                front.Length = at;
                front.Parse(lines);
                return front;
            }

            lines.Add(line.ToString());
        }

        // Never closed: a rule between paragraphs, not front matter.
        return front;
    }

    private void Parse(List<string> lines)
    {
        string? key = null;
        var parts = new List<string>();
        var isList = false;
        foreach (var line in lines)
        {
            var words = line.Trim();
            var colon = words.IndexOf(':', StringComparison.Ordinal);
            if (words.Length == 0 || words[0] == '#') continue;
            var isItem = words.StartsWith("- ", StringComparison.Ordinal);
            if (isItem || char.IsWhiteSpace(line[0]))
            {
                isList |= isItem;
                parts.Add(Scalar(isItem ? words[2..] : words));
            }
            else if (colon > 0)
            {
                Keep(key, parts, isList);
                isList = false;
                key = words[..colon].TrimEnd();
                parts.Clear();
                parts.Add(Scalar(words[(colon + 1)..]));
            }
        }

        Keep(key, parts, isList);
    }

    private void Keep(string? key, List<string> parts, bool isList)
    {
        if (key is null) return;
        // What is not text here is YAML's mark for a folded value.
        var given = parts.Where(part => part is not ("" or "|" or ">" or "|-" or ">-" or "|+" or ">+"));
        values.TryAdd(key, string.Join(isList ? ", " : " ", given));
    }

    private static string Scalar(string value)
    {
        value = value.Trim();
        if (value.Length >= 2 && value[0] is '"' or '\'')
        {
            var end = value.IndexOf(value[0], 1);
            while (value[0] == '"' && end > 0 && value[end - 1] == '\\') end = value.IndexOf('"', end + 1);
            if (end > 0) return Unescape(value[1..end], value[0]);
        }

        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        if (comment >= 0) value = value[..comment].TrimEnd();
        if (value is ['[', .., ']']) value = string.Join(", ", value[1..^1].Split(',').Select(Scalar).Where(item => item.Length > 0));
        return value is "null" or "~" ? "" : value;
    }

    private static string Unescape(string value, char quote) =>
        quote == '"' ? value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal) : value;

    /// <summary>The line at a place, without its end; the place is then that of the next line.</summary>
    private static ReadOnlySpan<char> NextLine(string text, ref int at)
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOfAny('\r', '\n');
        if (end < 0)
        {
            at = text.Length;
            return rest;
        }

        at += end + (rest[end..].StartsWith("\r\n") ? 2 : 1);
        return rest[..end];
    }
}
