using System.Text;

namespace Bot.Benchmarks.Page;

/// <summary>
/// BENCHMARKS.md: a head, then sections, each from its "## " heading to the next. One is written anew without touching the others, whoever wrote
/// them.
/// </summary>
internal static class BenchmarksPage
{
    private const string Head = """
        # Benchmarks

        Written by one command, on a machine that does nothing else meanwhile:

            dotnet run --project tests/Bot.Benchmarks -c Release -- --write

        It writes generated news (the same on every machine: names, roles, dates, places and quotations out of the bot's own word lists, frequent and
        rare ones as in real text) into a temporary folder, reads and asks it through the bot's public door, each piece of work in a process of its own,
        and does the same work in SQLite FTS5. Milliseconds are worth something on one machine; the ratio to SQLite travels. What was measured while others
        used more than a fifth of a core is measured again, and left out (–) when that does not help. `--help` tells sizes and sections; a section is
        measured and written by itself with `--only`.
        """;

    public static void Write(string path, string heading, string body)
    {
        var sections = File.Exists(path) ? Read(File.ReadAllLines(path)) : [];
        var at = sections.FindIndex(section => section.Heading == heading);
        if (at < 0) sections.Add((heading, body));
        else sections[at] = (heading, body);
        var text = new StringBuilder(Head).Append('\n');
        foreach (var section in sections) text.Append("\n## ").Append(section.Heading).Append("\n\n").Append(section.Body.Trim()).Append('\n');
        File.WriteAllText(path, text.ToString());
    }

    private static List<(string Heading, string Body)> Read(string[] lines)
    {
        var sections = new List<(string Heading, string Body)>();
        foreach (var line in lines)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) sections.Add((line[3..], ""));
            else if (sections.Count > 0) sections[^1] = (sections[^1].Heading, sections[^1].Body + line + "\n");
        }
        return sections;
    }
}
