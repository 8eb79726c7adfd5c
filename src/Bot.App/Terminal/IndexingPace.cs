using System.Globalization;
using Bot.Indexing;

namespace Bot.App.Terminal;

/// <summary>How far and how fast the folder is being read: "1,240 of 30,000 files (4 %), 4.1 MB/s, 2 min left".</summary>
internal sealed class IndexingPace(TimeProvider time)
{
    /// <summary>Before that, a rate tells nothing.</summary>
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(1);

    private long? _since;

    public string Describe(IndexingState state)
    {
        _since ??= time.GetTimestamp();
        if (state.FilesTotal == 0) return "the first files";
        var share = state.BytesTotal > 0 ? (double)state.BytesDone / state.BytesTotal : (double)state.FilesDone / state.FilesTotal;
        share = Math.Clamp(share, 0, 1);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{state.FilesDone:N0} of {state.FilesTotal:N0} files ({Math.Floor(share * 100):0} %)");
        var elapsed = time.GetElapsedTime(_since.Value);
        if (elapsed < Warmup || share <= 0) return text;
        var rate = string.Create(CultureInfo.InvariantCulture, $"{state.BytesDone / 1e6 / elapsed.TotalSeconds:0.0} MB/s");
        return $"{text}, {rate}, {Left(elapsed * ((1 - share) / share))}";
    }

    private static string Left(TimeSpan left) => left switch
    {
        { TotalSeconds: < 60 } => $"{Math.Ceiling(left.TotalSeconds):0} s left",
        { TotalMinutes: < 60 } => $"{Math.Ceiling(left.TotalMinutes):0} min left",
        _ => $"{(int)Math.Min(left.TotalHours, 9_999)} h {left.Minutes} min left",
    };
}
