using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Briefings;

/// <summary>
/// Tells when the briefings folder is worth a sweep: shortly after the system reports a change in it, and every
/// <see cref="BriefingsOptions.SweepSeconds"/> in any case, since such reports get lost.
/// </summary>
internal sealed partial class FolderWatcher : IDisposable
{
    /// <summary>A copied file is reported many times; the sweep waits until it has been quiet for this long,</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    /// <summary>but not longer than this, in a folder that is never quiet.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly Lock setting = new();
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly IOptions<BriefingsOptions> options;
    private readonly TimeProvider time;
    private readonly ILogger<FolderWatcher> logger;
    private readonly ITimer quiet;
    private readonly ITimer periodic;
    private FileSystemWatcher? watcher;
    private DateTimeOffset? firstReport;
    private bool complained;
    private bool disposed;

    public FolderWatcher(IOptions<BriefingsOptions> options, TimeProvider time, ILogger<FolderWatcher> logger)
    {
        this.options = options;
        this.time = time;
        this.logger = logger;
        quiet = time.CreateTimer(_ => Signal(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        periodic = time.CreateTimer(_ => Period(), null, options.Value.SweepInterval, options.Value.SweepInterval);
        Watch();
    }

    /// <summary>Ends when a sweep is due. Reports that come while nobody waits are kept, as one.</summary>
    public async Task WaitForChangeAsync(CancellationToken cancellation) => await signals.Reader.ReadAsync(cancellation);

    /// <summary>A sweep is due at once, though nothing in the folder has changed.</summary>
    public void Wake() => signals.Writer.TryWrite(true);

    /// <summary>The system reports a change: the sweep follows when the folder has been quiet for a moment.</summary>
    internal void Report()
    {
        lock (setting)
        {
            if (disposed) return;
            var now = time.GetUtcNow();
            firstReport ??= now;
            var left = Longest - (now - firstReport.Value);
            quiet.Change(left < Quiet ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : Quiet, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (setting)
        {
            disposed = true;
            watcher?.Dispose();
            quiet.Dispose();
            periodic.Dispose();
        }
    }

    private void Signal()
    {
        lock (setting) firstReport = null;
        Wake();
    }

    private void Period()
    {
        // The folder may have come into being, or the system have watches to spare again.
        Watch();
        Signal();
    }

    private void Watch()
    {
        lock (setting)
        {
            if (watcher is not null || disposed) return;
            var path = Path.GetFullPath(options.Value.Folder);
            var one = File.Exists(path);
            if (!one && !Directory.Exists(path)) return;
            FileSystemWatcher? starting = null;
            try
            {
                starting = new FileSystemWatcher(one ? Path.GetDirectoryName(path)! : path) { IncludeSubdirectories = !one };
                if (one) starting.Filter = Path.GetFileName(path);
                starting.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
                starting.Changed += (_, _) => Report();
                starting.Created += (_, _) => Report();
                starting.Deleted += (_, _) => Report();
                starting.Renamed += (_, _) => Report();
                starting.Error += (_, fault) => Fail(fault.GetException());
                starting.EnableRaisingEvents = true;
                watcher = starting;
                complained = false;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
            {
                starting?.Dispose();
                Complain(e);
            }
        }
    }

    /// <summary>Reports were lost, or the folder itself: the next sweep finds what they would have said, the next period watches anew.</summary>
    private void Fail(Exception fault)
    {
        lock (setting)
        {
            if (disposed) return;
            if (fault is not InternalBufferOverflowException)
            {
                watcher?.Dispose();
                watcher = null;
                Complain(fault);
            }
        }

        Report();
    }

    private void Complain(Exception fault)
    {
        if (complained) return;
        complained = true;
        LogUnwatched(options.Value.Folder, fault.Message, options.Value.SweepSeconds);
    }

    [LoggerMessage(LogLevel.Warning, "{Folder} cannot be watched ({Fault}); it is looked at every {Seconds} s instead.")]
    private partial void LogUnwatched(string folder, string fault, int seconds);
}
