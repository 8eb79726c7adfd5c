using System.CommandLine;

namespace Bot.Training;

/// <summary>What every command is given.</summary>
internal static class CommandArguments
{
    public static readonly Argument<string> Folder = new("FOLDER") { Description = "Folder of sets" };

    /// <summary>Where the weights go: by default where the core has them.</summary>
    public static Option<string> Output(string description, string path) =>
        new("--output") { Description = description, DefaultValueFactory = _ => path };
}
