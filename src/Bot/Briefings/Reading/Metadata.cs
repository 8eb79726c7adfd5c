using System.Text;

namespace Bot.Briefings.Reading;

/// <summary>Titles, sources and authors as given, made fit to be shown in one line.</summary>
internal static class Metadata
{
    /// <summary>Nothing that is called a title, source or author is longer; what is, is cut there.</summary>
    public const int Longest = 300;

    /// <summary>White space and control characters run together into one space; null when nothing else is there.</summary>
    public static string? OneLine(ReadOnlySpan<char> given)
    {
        var line = new StringBuilder(Math.Min(given.Length, Longest));
        foreach (var c in given)
        {
            if (line.Length == Longest) break;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) line.Append(c);
            else if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
        }

        if (line.Length > 0 && char.IsHighSurrogate(line[^1])) line.Length--;
        if (line.Length > 0 && line[^1] == ' ') line.Length--;
        return line.Length == 0 ? null : line.ToString();
    }

    /// <summary>What a file without a title is called: its name without the ending.</summary>
    public static string FileTitle(string path) => OneLine(Path.GetFileNameWithoutExtension(path.AsSpan())) ?? path;
}
