namespace Bot.App.CommandLine;

/// <summary>A setting as <c>check</c> and the README know it.</summary>
/// <param name="Default">As it would be written; empty for none.</param>
internal sealed record Setting(string Key, string Default, string Meaning);

/// <summary>Each setting once. A test compares it with appsettings.example.json and the README.</summary>
internal static class SettingsCatalog
{
    public static IReadOnlyList<Setting> Settings { get; } =
    [
        new(BotSettings.BriefingsFolder, BotSettings.DefaultBriefingsFolder, "folder, or one file, that is read and followed and never written"),
        new(BotSettings.DataFolder, BotSettings.DefaultDataFolder, "folder for the index, the texts and what the bot remembers"),
        new("Briefings:SweepSeconds", "30", "seconds between two looks at the whole folder, since file watchers lose events"),
        new("Briefings:LargestFileMegabytes", "100", "a larger file is left out with a warning"),
        new("Terminal:History", "true", "whether the prompt keeps what is typed in the data folder's history file"),
        new("Logging:LogLevel:Default", "", "Debug, Information, Warning or Error; by itself Information without a prompt, else Warning"),
    ];

    /// <summary>Sections whose keys are names of somebody else's.</summary>
    private static readonly string[] OpenSections = ["Logging:"];

    public static bool Knows(string key) =>
        Settings.Any(setting => setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
        || OpenSections.Any(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase));
}
