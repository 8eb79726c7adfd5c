using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Briefings;

/// <summary>Where the bot keeps what it knows: the settings under "Data".</summary>
public sealed class DataOptions
{
    public const string Section = "Data";

    /// <summary>Texts, state and index stand here. Made when it is missing.</summary>
    [Required(ErrorMessage = "Data:Folder is empty; it may be the path of a folder that the bot may write to, such as \"data\".")]
    public string Folder { get; set; } = "data";

    /// <summary>
    /// The connection string of the PostgreSQL database in which replicas keep what people asked them to do; a secret, since it may hold a password. Empty: a bot
    /// alone keeps it in SQLite, in the data folder. What is known of the briefings stands there in any case.
    /// </summary>
    public string Database { get; set; } = "";

    internal string TextsFolder => Path.Combine(Folder, "texts");

    /// <summary>Held by the one process that writes the folder.</summary>
    internal string LockFile => Path.Combine(Folder, "lock");

    /// <summary>Whether a bot writes the folder right now.</summary>
    public bool IsBeingWritten()
    {
        try
        {
            // FileShare.Read asks for a shared lock, which the writer's exclusive one refuses.
            if (File.Exists(LockFile)) File.Open(LockFile, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    internal string StateFile => Path.Combine(Folder, "state.db");
}

[OptionsValidator]
internal sealed partial class DataOptionsRules : IValidateOptions<DataOptions>;
