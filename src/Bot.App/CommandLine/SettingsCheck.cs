using Bot.App.Web;
using Bot.Briefings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.App.CommandLine;

/// <summary>What can be told to be wrong before anything runs; each as a sentence that says what to do.</summary>
internal static class SettingsCheck
{
    /// <summary>With one of these the bot would not start.</summary>
    public static IEnumerable<string> Problems(IConfiguration settings)
    {
        var problems = new List<string>();
        try
        {
            using var host = RunningBot.Build(settings, BesideWriter.Refuse, LogLevel.None, log: null, isServing: true);
            host.Services.GetService<IStartupValidator>()?.Validate();
        }
        catch (Exception e) when (e is OptionsValidationException or InvalidOperationException or AggregateException)
        {
            var all = e is AggregateException several ? [.. several.Flatten().InnerExceptions] : new[] { e };
            problems.AddRange(all.SelectMany(one => one is OptionsValidationException wrong ? wrong.Failures : [Ending.SentenceFor(one)]).Distinct());
        }
        if (problems.Count == 0 && FolderProblem(settings) is { } unusable) problems.Add(unusable);
        if (problems.Count == 0) problems.AddRange(new[] { WebOptions.UrlKey, EndpointsOptions.UrlKey }.Select(key => CannotListen(settings, key)).OfType<string>());
        return problems;
    }

    /// <summary>The first thing that is wrong with the two folders: the others may only come of it.</summary>
    private static string? FolderProblem(IConfiguration settings)
    {
        var briefings = Path.GetFullPath(BotSettings.BriefingsFolderOf(settings));
        var data = Path.GetFullPath(BotSettings.DataFolderOf(settings));
        return CannotRead(briefings) ?? CannotWrite(data)
            ?? DataCheck.Problem(new DataOptions { Folder = data }, new BriefingsOptions { Folder = briefings });
    }

    /// <summary>Names in the settings file that nothing reads: mistyped, as a rule. (The environment is full of others' names.)</summary>
    public static IEnumerable<string> Warnings(IConfigurationRoot settings) =>
        from provider in settings.Providers.OfType<JsonConfigurationProvider>()
        from key in new ConfigurationRoot([provider]).AsEnumerable()
        where key.Value is not null && !SettingsCatalog.Knows(key.Key)
        let nearest = NearestWord.Of(key.Key, SettingsCatalog.Settings.Select(setting => setting.Key))
        select $"{BotSettings.File} sets {key.Key}, which nothing reads.{(nearest is null ? "" : $" Did you mean {nearest}?")}";

    private static string? CannotRead(string path)
    {
        try
        {
            if (File.Exists(path)) File.OpenRead(path).Dispose();
            else if (Directory.Exists(path)) _ = Directory.EnumerateFileSystemEntries(path).Any();
            else return $"The briefings folder {path} is not there: create it, or set {BotSettings.BriefingsFolder} to the one to read.";
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The briefings in {path} cannot be read: {e.Message} Let the bot's user read them.";
        }
    }

    /// <summary>The running bot of this data folder, which a health check asks beside, has the port by right.</summary>
    private static string? CannotListen(IConfiguration settings, string key)
    {
        var url = settings[key] ?? SettingsCatalog.Find(key)!.Default;
        if (url.Length == 0 || WebAddress.TryParse(url)?.Probe() is not { } problem) return null;
        return new DataOptions { Folder = BotSettings.DataFolderOf(settings) }.IsBeingWritten() ? null : WebListener.CannotListen(key, url, problem);
    }

    /// <summary>Tries in the folder, or in the nearest one above it that is there, by a file that is gone again at once.</summary>
    private static string? CannotWrite(string folder)
    {
        try
        {
            if (File.Exists(folder)) return $"{folder} is a file: set {BotSettings.DataFolder} to a folder.";
            var there = folder;
            while (!Directory.Exists(there) && Path.GetDirectoryName(there) is { } above) there = above;
            using var probe = new FileStream(
                Path.Combine(there, $".check-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The data folder {folder} cannot be written: {e.Message} Let the bot's user write it, or set {BotSettings.DataFolder} to another.";
        }
    }
}
