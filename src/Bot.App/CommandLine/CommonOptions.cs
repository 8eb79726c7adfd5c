using System.CommandLine;

namespace Bot.App.CommandLine;

/// <summary>What several commands take.</summary>
internal static class CommonOptions
{
    private const int Most = Chat.Command.MostPassages;

    public static Option<string?> Briefings { get; } = Folder("--briefings", "Folder (or one file) of briefings that is read and never written");

    public static Option<string?> Data { get; } = Folder("--data", "Folder for the index and what the bot remembers");

    /// <summary>One per command: an option belongs to the command that has it.</summary>
    public static Option<int> Limit()
    {
        var limit = new Option<int>("--limit")
        {
            HelpName = "N",
            Description = $"How many passages at most, from 1 to {Most}",
            DefaultValueFactory = _ => Most,
        };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count != 1) return;
            var text = result.Tokens[0].Value;
            if (!int.TryParse(text, out var number) || number is < 1 or > Most)
            {
                result.AddError($"--limit takes a number from 1 to {Most}; \"{text}\" is none.");
            }
        });
        return limit;
    }

    private static Option<string?> Folder(string name, string description)
    {
        var option = new Option<string?>(name) { HelpName = "PATH", Description = description, Recursive = true };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && string.IsNullOrWhiteSpace(result.Tokens[0].Value)) result.AddError($"{name} needs a path; it is empty.");
        });
        return option;
    }
}
