using Bot.Text;

namespace Bot.Chat;

/// <summary>
/// What somebody says to the bot among people, as lines it can answer: "who is Lavrov?", "when talks", "/says Lukashenko", "and where?".
/// </summary>
public static class SpokenLine
{
    /// <summary>After these a sentence asks, and names no topic: "when did the talks begin?", but "when talks".</summary>
    private static readonly HashSet<string> Asking = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "are", "was", "were", "did", "do", "does", "has", "have", "had", "will", "would", "can", "could", "should", "may", "might", "must", "shall",
    };

    private static readonly HashSet<string> Courtesies = new(StringComparer.OrdinalIgnoreCase)
    {
        "thanks", "thank", "you", "thx", "ty", "ok", "okay", "great", "good", "nice", "cheers", "perfect", "cool", "bot", "very", "much", "a", "lot",
    };

    /// <summary>Whether somebody is only polite: an answer that nothing was found would be none.</summary>
    public static bool AsksNothing(string message)
    {
        var words = VisibleText.Clean(message).Split([' ', ',', '.', '!', ':', ')', '('], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 && words.All(Courtesies.Contains);
    }

    /// <summary>The lines that may be meant, the likeliest first; the first is right only where it finds somebody, the last in any case.</summary>
    /// <param name="subject">What was spoken of before; null for nothing.</param>
    public static IReadOnlyList<string> Read(string message, string? subject)
    {
        var clean = VisibleText.Clean(message).Trim();
        if (clean.Length == 0) return ["/" + CommandCatalog.Help];
        if (clean[0] == '/') return [clean];
        if (subject is not null && FollowUp.CommandOf(clean) is { } command) return [FollowUp.About(command, subject)];
        var question = $"/{CommandCatalog.Ask} {clean}";
        var (first, rest) = Split(clean);
        var bare = rest.TrimEnd('?', '!', '.', ' ');
        return first.ToLowerInvariant() switch
        {
            CommandCatalog.Who when PersonIn(bare) is { } person => [FollowUp.About(CommandCatalog.Who, person), question],
            CommandCatalog.Who when bare.Length > 0 && char.IsUpper(bare[0]) => ["/who " + bare, question],
            CommandCatalog.When or CommandCatalog.Where when bare.Length > 0 && !Asking.Contains(Split(bare).First) => [$"/{first} {bare}"],
            CommandCatalog.Says or CommandCatalog.Source when bare.Length > 0 => [$"/{first} {bare}"],
            CommandCatalog.Ask when rest.Length > 0 => [$"/{CommandCatalog.Ask} {rest}"],
            CommandCatalog.Help when bare.Length == 0 || CommandCatalog.Find(bare.TrimStart('/')) is not null => [$"/{CommandCatalog.Help} {bare}"],
            CommandCatalog.Briefings when bare is "" or "list" or "status" => [$"/{CommandCatalog.Briefings} {bare}"],
            _ => [question],
        };
    }

    /// <summary>"is Lavrov", "was the Belarusian president": who is asked for.</summary>
    private static string? PersonIn(string words)
    {
        var (verb, person) = Split(words);
        return verb.ToLowerInvariant() is "is" or "was" or "are" or "were" && person.Length > 0 ? person : null;
    }

    private static (string First, string Others) Split(string words) => words.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var end
        ? (words[..end], words[(end + 1)..].Trim())
        : (words, "");
}
