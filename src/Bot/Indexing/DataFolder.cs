using Bot.Briefings;
using Bot.Briefings.Storing;

namespace Bot.Indexing;

/// <summary>
/// The data folder, opened: the log, the texts and the index. One process writes it, which a lock file tells that the operating system lets go
/// of however the process ends.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream? writerLock;

    private DataFolder(FileStream? writerLock, BriefingLog log, TextStore texts, PassageIndex index)
    {
        this.writerLock = writerLock;
        Log = log;
        Texts = texts;
        Index = index;
    }

    public bool IsWriter => writerLock is not null;

    public BriefingLog Log { get; }

    public TextStore Texts { get; }

    public PassageIndex Index { get; }

    /// <exception cref="CannotStartException">The folder cannot be used; the message says why and what to do.</exception>
    public static DataFolder Open(DataOptions options, BriefingsOptions briefings, BesideWriter beside)
    {
        try
        {
            CreateFolder(options.Folder);
            if (TakeLock(options.LockFile) is { } writerLock) return OpenToWrite(options, briefings, writerLock);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CannotStartException($"Data:Folder is \"{options.Folder}\", which cannot be written to. Allow it, or choose another folder.", e);
        }
        catch (IOException e)
        {
            throw new CannotStartException($"Data:Folder is \"{options.Folder}\", which cannot be used: {FirstLine(e)}", e);
        }
        if (beside == BesideWriter.ReadOnly) return OpenToRead(options, briefings);
        throw new CannotStartException(
            $"Another bot is running on the data folder \"{options.Folder}\". Stop it first, or give this one a folder of its own with --data.");
    }

    public void Dispose()
    {
        Index.Dispose();
        Texts.Dispose();
        Log.Dispose();
        writerLock?.Dispose();
    }

    private static DataFolder OpenToWrite(DataOptions options, BriefingsOptions briefings, FileStream writerLock)
    {
        BriefingLog? log = null;
        TextStore? texts = null;
        try
        {
            log = BriefingLog.Open(options.StateFile);
            Adopt(briefings, log, options);
            texts = TextStore.Open(options.TextsFolder);
            texts.Compact(log.LiveTexts());
            return new DataFolder(writerLock, log, texts, PassageIndex.OpenToWrite(IndexFolder(options), log.StoreId, log.LastRevision));
        }
        catch (Exception e)
        {
            texts?.Dispose();
            log?.Dispose();
            writerLock.Dispose();
            if (e is StateException) throw new CannotStartException(e.Message, e);
            throw;
        }
    }

    private static DataFolder OpenToRead(DataOptions options, BriefingsOptions briefings)
    {
        BriefingLog? log = null;
        try
        {
            log = BriefingLog.OpenReadOnly(options.StateFile);
            if (Belonging.RefusalBeside(log.BriefingsFolder, options, briefings) is { } refusal) throw new CannotStartException(refusal);
        }
        catch (Exception e) when (e is StateException or CannotStartException)
        {
            log?.Dispose();
            throw e as CannotStartException ?? new CannotStartException(e.Message, e);
        }
        if (PassageIndex.OpenToRead(IndexFolder(options), log.StoreId) is { } index)
        {
            return new DataFolder(null, log, TextStore.OpenReadOnly(options.TextsFolder), index);
        }
        log.Dispose();
        throw new CannotStartException("The running bot is still building its index for the first time. Ask again in a moment.");
    }

    /// <summary>The briefings become the folder's own, unless it has others.</summary>
    private static void Adopt(BriefingsOptions briefings, BriefingLog log, DataOptions options)
    {
        var own = log.BriefingsFolder;
        if (Belonging.Refusal(own, log.SomeFiles, options, briefings) is { } refusal) throw new CannotStartException(refusal);
        if (own != briefings.RealFolder) log.NoteBriefingsFolder(briefings.RealFolder);
    }

    /// <summary>A new folder is its owner's alone: it holds the briefings' texts and what was asked.</summary>
    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Null when another process has it.</summary>
    private static FileStream? TakeLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException) && File.Exists(path))
        {
            return null;
        }
    }

    private static string IndexFolder(DataOptions options) => Path.Combine(options.Folder, "index");

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].TrimEnd('\r');
}
