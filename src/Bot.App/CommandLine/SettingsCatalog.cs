using System.Text.RegularExpressions;
using Bot.App.Web;
using Bot.Discord;

namespace Bot.App.CommandLine;

/// <summary>A setting as <c>check</c> and the README know it.</summary>
/// <param name="Default">As it would be written; empty for none.</param>
/// <param name="IsSecret">Never shown.</param>
/// <param name="CanBeEmpty">Set to nothing it means something else than not being set.</param>
/// <param name="IsList">Several values, with commas between, or in a settings file as a list.</param>
/// <param name="MayBe">What a value of the wrong kind is told: "a whole number from 1 to 5"; empty where any text will do.</param>
internal sealed record Setting(
    string Key, string Default, string Meaning, bool IsSecret = false, bool CanBeEmpty = false, bool IsList = false, string MayBe = "")
{
    /// <summary>What holds, for a person to read.</summary>
    public string Show(string? given)
    {
        var value = given is { Length: > 0 } || (given is not null && CanBeEmpty) ? given : Default;
        return value.Length == 0 ? "(not set)" : IsSecret ? "(set, not shown)" : value;
    }
}

/// <summary>Each setting once. A test compares it with appsettings.example.json and the README.</summary>
internal static class SettingsCatalog
{
    public static IReadOnlyList<Setting> Settings { get; } =
    [
        new(BotSettings.BriefingsFolder, BotSettings.DefaultBriefingsFolder, "folder, or one file, that is read and followed and never written"),
        new(BotSettings.DataFolder, BotSettings.DefaultDataFolder, "folder for the index, the texts and what the bot remembers"),
        new(BotSettings.Database, "", "connection string of the PostgreSQL database that replicas share; empty: SQLite in the data folder", IsSecret: true),
        new("Digests:At", "07:00", "time of day of a digest whose subscriber names none", MayBe: "a time of day such as 07:00"),
        new("Digests:Zone", "UTC", "time zone of such a digest, and of /digest now"),
        new("Watches:MostPerPerson", "20", "questions that one person may have waiting", MayBe: "a whole number from 1 to 1000"),
        new("Watches:Quiet", "", "hours in which watches tell nothing, in the zone of Digests:Zone, such as 22:00-07:00; each may choose their own"),
        new("Privacy:KeepQuestions", "false", "whether questions that were not found, or whose answer was of no use, are kept as text; a hash of them is in any case", MayBe: "true or false"),
        new("Privacy:RetentionDays", "365", "days after which what people asked, and what was sent, is removed", MayBe: "a whole number from 1 to 3650"),
        new("Briefings:SweepSeconds", "30", "seconds between two looks at the whole folder, since file watchers lose events", MayBe: "a whole number from 1 to 86400"),
        new("Briefings:LargestFileMegabytes", "100", "a larger file is left out with a warning", MayBe: "a whole number from 1 to 100000"),
        new(WebOptions.UrlKey, WebOptions.DefaultUrl, "where the page and its API listen; empty: nowhere", CanBeEmpty: true),
        new(WebOptions.PasswordKey, "", "what the page asks for first; needed where other machines can reach it", IsSecret: true),
        new(EndpointsOptions.UrlKey, "", "a listener of its own for what Discord posts, and for health: the one to publish; empty: at Web:Url"),
        new("Discord:Token", "", "the bot's token from Discord's developer portal; empty: no Discord", IsSecret: true),
        new("Discord:ApplicationId", "", "the application's id, for the link into a server; else read from the token"),
        new("Discord:Mode", DiscordOptions.GatewayMode, "Gateway: the bot connects to Discord; Webhook: Discord posts to the bot", MayBe: "Gateway or Webhook"),
        new("Discord:PublicKey", "", "of the application; with it the interactions endpoint is served at /discord/interactions"),
        new("Discord:GuildIds", "", "ids of the servers that get commands and answers, with commas between; empty: all that the bot is in", IsList: true),
        new("Discord:ApiUrl", DiscordOptions.DefaultApiUrl, "another server that speaks Discord's API"),
        new("Terminal:History", "true", "whether the prompt keeps what is typed in the data folder's history file", MayBe: "true or false"),
        new("Logging:LogLevel:Default", "", "Debug, Information, Warning or Error; by itself Information without a prompt, else Warning"),
    ];

    /// <summary>Sections whose keys are names of somebody else's.</summary>
    private static readonly string[] OpenSections = ["Logging:"];

    /// <summary>Null for a key that is none of ours.</summary>
    public static Setting? Find(string key) => Settings.FirstOrDefault(setting => setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase));

    public static bool Knows(string key) =>
        Find(key) is not null
        || Settings.Any(setting => setting.IsList && Regex.IsMatch(key, $@"^{setting.Key}:\d+$", RegexOptions.IgnoreCase))
        || OpenSections.Any(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase));
}
