using System.Text.RegularExpressions;

namespace Bot.Tests.Sheets;

/// <summary>One example of a sheet: what is asked, and the lines that must hold of the answer.</summary>
internal sealed record SheetExample(string Sheet, int Line, string Ask, IReadOnlyList<string> Expected)
{
    public override string ToString() => $"{Sheet}:{Line} {Ask}";
}

/// <summary>
/// A Markdown file whose fences are tests. <c>```ask</c> holds a line to ask, then a line <c>---</c>, then what must hold of the answer;
/// <c>```briefing NAME</c> holds a briefing of the sheet's own corpus. A sheet without briefings asks over the seed.
/// </summary>
internal sealed partial record Sheet(string Name, IReadOnlyDictionary<string, string> Briefings, IReadOnlyList<SheetExample> Examples)
{
    public static string Folder { get; } = Path.Combine(Seed.Repository, "tests", "Bot.Tests", "Sheets");

    public static Sheet Read(string file)
    {
        var text = File.ReadAllText(file).ReplaceLineEndings("\n");
        var name = Path.GetFileName(file);
        var briefings = new Dictionary<string, string>();
        var examples = new List<SheetExample>();
        foreach (var fence in FencePattern().Matches(text).Cast<Match>())
        {
            var (head, body) = (fence.Groups["head"].Value.Trim(), fence.Groups["body"].Value);
            if (head.StartsWith("briefing ", StringComparison.Ordinal)) briefings.Add(head["briefing ".Length..], body);
            if (head != "ask") continue;
            var parts = body.Split("\n---\n", 2);
            var line = 1 + text.AsSpan(0, fence.Index).Count('\n');
            examples.Add(new SheetExample(name, line, parts[0], parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        }
        return new Sheet(name, briefings, examples);
    }

    [GeneratedRegex(@"^```(?<head>[^\n]*)\n(?<body>.*?)\n?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencePattern();
}
