using Bot.App.Wording;
using Bot.Indexing;

namespace Bot.App.Web;

/// <summary>What is being indexed right now.</summary>
/// <param name="IsIndexing">True while files are read; questions are answered meanwhile.</param>
/// <param name="CaughtUp">True once the folder was read from end to end.</param>
/// <param name="Text">"1,240 of 30,000 files (4 %), 4.1 MB/s, 2 min left"; null while nothing is read.</param>
internal sealed record IndexingNow(bool IsIndexing, bool CaughtUp, int FilesDone, int FilesTotal, long BytesDone, long BytesTotal, string? Text);

/// <summary>How far the reading is, for all who look at the page. Thread-safe.</summary>
internal sealed class IndexingView(IndexingProgress progress, TimeProvider time)
{
    private readonly Lock _describing = new();
    private readonly IndexingPace _pace = new(time);

    public IndexingNow Now()
    {
        var state = progress.Current;
        var isCaughtUp = progress.CaughtUp.IsCompletedSuccessfully;
        return new IndexingNow(
            state.IsIndexing, isCaughtUp, state.FilesDone, state.FilesTotal, state.BytesDone, state.BytesTotal,
            state.IsIndexing ? Describe(state, isCaughtUp) : null);
    }

    // The pace is that of the first reading; a later look at the folder takes no time that is worth telling.
    private string Describe(IndexingState state, bool isCaughtUp)
    {
        if (isCaughtUp) return IndexingPace.Share(state);
        lock (_describing) return _pace.Describe(state);
    }
}
