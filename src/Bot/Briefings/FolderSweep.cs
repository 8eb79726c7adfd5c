using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Briefings;

/// <summary>How far a sweep is. Bytes are those of files, not of texts.</summary>
internal readonly record struct SweepProgress(int FilesDone, int FilesTotal, long BytesDone, long BytesTotal);

/// <summary>What a sweep found.</summary>
/// <param name="Files">Files that readers can read.</param>
/// <param name="Read">Those that were read, because they were new or changed.</param>
/// <param name="Written">Briefings added or changed.</param>
/// <param name="PassedOver">Hidden files, and files with an ending that no reader reads.</param>
internal readonly record struct SweepResult(int Files, int Read, int Written, int Gone, int PassedOver);

/// <summary>
/// Compares the briefings folder with the log and writes what has changed: first the texts, then the log, then the caller is told.
/// Killed anywhere in between, the next sweep goes on from there.
/// </summary>
internal sealed partial class FolderSweep(
    IOptions<BriefingsOptions> options, BriefingLog log, TextStore texts, TimeProvider time, ILogger<FolderSweep> logger)
{
    private readonly Lock sweeping = new();
    private bool textsChecked;

    /// <summary>How files are opened.</summary>
    internal Func<string, Stream> OpenFile { get; init; } = static path =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 14, FileOptions.SequentialScan);

    /// <summary>Reads what is new or changed, and finds what is gone.</summary>
    /// <param name="onBatch">Called with each batch of changes once they are safely written, in order of revision.</param>
    /// <exception cref="OperationCanceledException">Cancelled; what was written before stays.</exception>
    public SweepResult Sweep(
        Action<IReadOnlyList<BriefingChange>> onBatch, IProgress<SweepProgress>? progress = null, CancellationToken cancellation = default)
    {
        lock (sweeping)
        {
            if (FolderListing.Of(options.Value.Folder, options.Value.LargestFileBytes) is not { } listing)
            {
                // Perhaps a disk that is not mounted: nothing is concluded from it.
                Report([new BriefingWarning(null, null, $"{options.Value.Folder} is not there; what was read from it before stays")]);
                return default;
            }

            var batch = new SweepBatch(log, texts, onBatch, LogWarning);
            var plan = SweepPlan.Of(listing, log.Files(), FilesLackingText());
            var unreadable = new List<BriefingWarning>();
            foreach (var path in plan.GoneAtOnce) batch.RemoveFile(path, plan.State, time.GetUtcNow());
            var read = ReadFiles(plan, batch, unreadable, new Counter(listing.Files, progress), cancellation);
            Report([.. listing.Warnings, .. unreadable]);
            textsChecked = true;
            return new SweepResult(listing.Files.Count, read, batch.Written, batch.Gone, listing.PassedOver);
        }
    }

    private int ReadFiles(SweepPlan plan, SweepBatch batch, List<BriefingWarning> unreadable, Counter counter, CancellationToken cancellation)
    {
        var read = 0;
        foreach (var file in plan.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (plan.MustRead(file) && Read(file, plan, batch, unreadable, counter, cancellation)) read++;
            counter.Done(file);
        }

        foreach (var path in plan.GoneAtLast) batch.RemoveFile(path, plan.State, time.GetUtcNow());
        batch.Commit();
        // Ids that became free may free others in turn, always down the order: it comes to an end.
        for (var again = plan.TakeReadAgain(); again.Count > 0; again = plan.TakeReadAgain())
        {
            foreach (var file in again)
                if (Read(file, plan, batch, unreadable, counter, cancellation)) read++;
            batch.Commit();
        }

        return read;
    }

    /// <summary>True when the file was read; false when its content is what it was, or it cannot be opened.</summary>
    private bool Read(
        FoundFile found, SweepPlan plan, SweepBatch batch, List<BriefingWarning> unreadable, Counter counter, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        using var file = BriefingFile.Open(found.FullPath, OpenFile, out var fault);
        if (file is null)
        {
            if (fault is not null) unreadable.Add(Unreadable(found, fault));
            return false;
        }

        var state = new LoggedFile(found.Path, found.Size, found.Modified, file.Content, SweepPlan.IsSettled(found, now));
        if (plan.IsTouchedOnly(found, file.Content))
        {
            batch.SaveFile(state);
            return false;
        }

        var reading = new FileReading(found.Path, plan.RenamedFrom(found, file.Content), plan.State);
        batch.Begin(reading);
        foreach (var item in file.Read(found.Path))
        {
            cancellation.ThrowIfCancellationRequested();
            if (item.Warning is not null) reading.Warn(item.Line, item.Warning);
            if (item.Briefing is not null) batch.Add(reading, item.Briefing, item.Line, now);
            counter.Within(found, file.Position);
        }

        if (file.Fault is not null) unreadable.Add(Unreadable(found, file.Fault));
        batch.Finish(reading, file.Fault is null ? state : null, now);
        return true;
    }

    private static BriefingWarning Unreadable(FoundFile file, string fault) =>
        new(file.Path, null, $"cannot be read: {fault}; what was read from it before stays");

    /// <summary>Asked once: texts are deleted behind the bot's back while it is not running.</summary>
    private IReadOnlySet<string> FilesLackingText() => textsChecked ? new HashSet<string>() : log.FilesLackingText(texts);

    private void Report(IReadOnlyCollection<BriefingWarning> warnings)
    {
        foreach (var warning in log.Write(writer => writer.ReplaceFolderWarnings(warnings))) LogWarning(warning);
    }

    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    private partial void LogWarning(BriefingWarning warning);

    private sealed class Counter
    {
        /// <summary>Bytes between two reports of one file.</summary>
        private const long Step = 256 * 1024;

        private readonly IReadOnlyList<FoundFile> files;
        private readonly IProgress<SweepProgress>? progress;
        private readonly long bytesTotal;
        private int filesDone;
        private long bytesDone, bytesTold;

        public Counter(IReadOnlyList<FoundFile> files, IProgress<SweepProgress>? progress)
        {
            this.files = files;
            this.progress = progress;
            bytesTotal = files.Sum(file => file.Size);
            progress?.Report(new(0, files.Count, 0, bytesTotal));
        }

        /// <summary>A large file of many records is told of in steps.</summary>
        public void Within(FoundFile file, long position)
        {
            if (position - bytesTold < Step || position > file.Size) return;
            bytesTold = position;
            progress?.Report(new(filesDone, files.Count, bytesDone + position, bytesTotal));
        }

        public void Done(FoundFile file)
        {
            bytesTold = 0;
            progress?.Report(new(++filesDone, files.Count, bytesDone += file.Size, bytesTotal));
        }
    }
}
