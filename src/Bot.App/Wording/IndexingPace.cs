using System.Globalization;
using Bot.Indexing;

namespace Bot.App.Wording;

/// <summary>How far and how fast the folder is being read: "1,240 of 30,000 files (4 %), 4.1 MB/s, 2 min left".</summary>
internal sealed class IndexingPace(TimeProvider time)
{
    /// <summary>Before that, a rate tells nothing.</summary>
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(1);

    /// <summary>What is to be said of an answer that is given meanwhile.</summary>
    public const string StillReading = "Still reading: this is from what was read so far.";

    private long? _since;

    public string Describe(IndexingState state)
    {
        _since ??= time.GetTimestamp();
        var (text, share) = (Share(state), ShareOf(state));
        var elapsed = time.GetElapsedTime(_since.Value);
        if (elapsed < Warmup || share <= 0) return text;
        var rate = string.Create(CultureInfo.InvariantCulture, $"{state.BytesDone / 1e6 / elapsed.TotalSeconds:0.0} MB/s");
        return $"{text}, {rate}, {Left(elapsed * ((1 - share) / share))}";
    }

    /// <summary>How far alone: "1,240 of 30,000 files (4 %)".</summary>
    public static string Share(IndexingState state) => state.FilesTotal == 0
        ? "the first files"
        : string.Create(CultureInfo.InvariantCulture, $"{state.FilesDone:N0} of {state.FilesTotal:N0} files ({Math.Floor(ShareOf(state) * 100):0} %)");

    /// <summary>From 0 to 1, by bytes where their number is known.</summary>
    private static double ShareOf(IndexingState state) =>
        state.BytesTotal > 0 ? Math.Clamp((double)state.BytesDone / state.BytesTotal, 0, 1)
        : state.FilesTotal > 0 ? Math.Clamp((double)state.FilesDone / state.FilesTotal, 0, 1)
        : 0;

    private static string Left(TimeSpan left) => left switch
    {
        { TotalSeconds: < 60 } => $"{Math.Ceiling(left.TotalSeconds):0} s left",
        { TotalMinutes: < 60 } => $"{Math.Ceiling(left.TotalMinutes):0} min left",
        _ => $"{(int)Math.Min(left.TotalHours, 9_999)} h {left.Minutes} min left",
    };
}
