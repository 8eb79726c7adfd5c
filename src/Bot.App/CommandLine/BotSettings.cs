using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace Bot.App.CommandLine;

/// <summary>
/// Where the settings come from, the later over the earlier: <c>appsettings.json</c> in the current folder, environment variables
/// (<c>__</c> for <c>:</c>), the command line.
/// </summary>
internal static class BotSettings
{
    public const string File = "appsettings.json";
    public const string DataFolder = "Data:Folder";
    public const string Database = "Data:Database";
    public const string DefaultDataFolder = "data";
    public const string BriefingsFolder = "Briefings:Folder";
    public const string DefaultBriefingsFolder = "seeds";

    public static string DataFolderOf(IConfiguration settings) => ValueOf(settings, DataFolder) ?? DefaultDataFolder;

    public static string BriefingsFolderOf(IConfiguration settings) => ValueOf(settings, BriefingsFolder) ?? DefaultBriefingsFolder;

    /// <summary>Who decided a setting: "appsettings.json", "environment", "command line" or "default".</summary>
    public static string SourceOf(IConfigurationRoot settings, string key) =>
        settings.Providers.Reverse().FirstOrDefault(provider => Given(provider, key) is not null) switch
        {
            JsonConfigurationProvider => File,
            EnvironmentVariablesConfigurationProvider => "environment",
            MemoryConfigurationProvider => "command line",
            _ => "default",
        };

    /// <summary>
    /// The settings that hold: one that is set to nothing, as a line without a value in a file of environment variables does, counts as not set,
    /// unless nothing means something.
    /// </summary>
    public static IConfiguration WithoutBlanks(IConfiguration settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.AsEnumerable().Select(setting => KeyValuePair.Create(setting.Key, ValueOf(settings, setting.Key))).Where(setting => setting.Value is not null))
        .Build();

    /// <summary>Of whoever decides it: the last that set it to something. Null where nobody did.</summary>
    public static string? ValueOf(IConfiguration settings, string key) => settings is IConfigurationRoot root
        ? root.Providers.Reverse().Select(provider => Given(provider, key)).FirstOrDefault(value => value is not null)
        : settings[key];

    /// <summary>What one of the sources says, a list as text with commas; null where it says nothing.</summary>
    private static string? Given(IConfigurationProvider provider, string key)
    {
        if (provider.TryGet(key, out var value) && value is not null && !IsBlank(key, value)) return value;
        if (SettingsCatalog.Find(key) is not { IsList: true }) return null;
        var listed = provider.GetChildKeys([], key).Select(place => provider.TryGet($"{key}:{place}", out var one) ? one : null).Where(one => !string.IsNullOrWhiteSpace(one));
        return string.Join(',', listed) is { Length: > 0 } list ? list : null;
    }

    private static bool IsBlank(string key, string? value) => value is "" && SettingsCatalog.Find(key) is { CanBeEmpty: false };

    /// <exception cref="SettingsException">The settings file is no JSON or cannot be read.</exception>
    public static IConfigurationRoot Read(ParseResult arguments, string? dataInstead = null)
    {
        var fromCommandLine = new Dictionary<string, string?>();
        if (arguments.GetValue(CommonOptions.Briefings) is { } briefings) fromCommandLine[BriefingsFolder] = briefings;
        if ((dataInstead ?? arguments.GetValue(CommonOptions.Data)) is { } data) fromCommandLine[DataFolder] = data;
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(Environment.CurrentDirectory)
                .AddJsonFile(File, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables()
                .AddInMemoryCollection(fromCommandLine)
                .Build();
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            var reason = (e.InnerException?.InnerException ?? e.InnerException ?? e).Message;
            throw new SettingsException($"The settings in {Path.GetFullPath(File)} cannot be read: {reason}", e);
        }
    }
}

/// <summary>The settings cannot be read at all; the message is the sentence for the user.</summary>
internal sealed class SettingsException(string message, Exception inner) : Exception(message, inner);
