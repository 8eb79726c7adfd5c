using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Briefings;

/// <summary>What is read and how often: the settings under "Briefings".</summary>
public sealed class BriefingsOptions
{
    public const string Section = "Briefings";

    /// <summary>The folder (or the one file) that is read and followed, never written.</summary>
    [Required(ErrorMessage = "Briefings:Folder is empty; it may be the path of a folder or of one briefing file, such as \"seeds\".")]
    public string Folder { get; set; } = "seeds";

    /// <summary>Seconds between two looks at the whole folder: file watchers lose events.</summary>
    [SettingRange("Briefings:SweepSeconds", 1, 86_400)]
    public int SweepSeconds { get; set; } = 30;

    /// <summary>A larger file is left out with a warning.</summary>
    [SettingRange("Briefings:LargestFileMegabytes", 1, 100_000)]
    public int LargestFileMegabytes { get; set; } = 100;

    /// <exception cref="CannotStartException">There is nothing at <see cref="Folder"/>, or the data folder lies in it.</exception>
    internal void RequireFolder(string dataFolder)
    {
        var (own, data) = (Path.GetFullPath(Folder), Path.GetFullPath(dataFolder));
        if (Directory.Exists(own) && (data + Path.DirectorySeparatorChar).StartsWith(own + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new CannotStartException(
                $"Data:Folder is \"{dataFolder}\", which lies within Briefings:Folder \"{Folder}\"; that is never written. Choose a folder beside it with --data.");
        }
        if (Path.Exists(Folder)) return;
        throw new CannotStartException(
            $"Briefings:Folder is \"{Folder}\", which is not there. Make it, or name another with --briefings; the current folder is \"{Environment.CurrentDirectory}\".");
    }

    /// <summary>Where it really stands: absolute, every link resolved, without a separator at its end.</summary>
    internal string RealFolder
    {
        get
        {
            var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Folder));
            return Links.RealPath(path) ?? path;
        }
    }

    internal long LargestFileBytes => LargestFileMegabytes * 1024L * 1024L;

    internal TimeSpan SweepInterval => TimeSpan.FromSeconds(SweepSeconds);
}

[OptionsValidator]
internal sealed partial class BriefingsOptionsRules : IValidateOptions<BriefingsOptions>;
