namespace Bot.Indexing;

/// <summary>
/// Lets those who ask go before what is read and written meanwhile: a briefing is put into the index when no question is being answered, or after a
/// bounded wait. Without it both shared the cores alike, and an answer beside a large file took several times as long. Thread-safe.
/// </summary>
/// <param name="longest">How long one briefing waits; null for the usual time, in which it goes on at fifty briefings a second for each core.</param>
internal sealed class QuestionsFirst(TimeSpan? longest = null) : IDisposable
{
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(20);

    private readonly Lock counting = new();
    private readonly ManualResetEventSlim noneIsAsked = new(initialState: true, spinCount: 0);
    private readonly TimeSpan longest = longest ?? Usual;
    private int asked, waiting;

    /// <summary>Questions that are being answered.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>How many wait for them.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>A question is being answered until what is returned is disposed.</summary>
    public Answering Ask()
    {
        lock (counting)
        {
            if (asked++ == 0) noneIsAsked.Reset();
        }
        return new Answering(this);
    }

    /// <summary>Comes back when no question is being answered, or the longest wait is over.</summary>
    public void GiveWay()
    {
        Interlocked.Increment(ref waiting);
        noneIsAsked.Wait(longest);
        Interlocked.Decrement(ref waiting);
    }

    public void Dispose() => noneIsAsked.Dispose();

    private void End()
    {
        lock (counting)
        {
            if (--asked == 0) noneIsAsked.Set();
        }
    }

    /// <summary>To be disposed once.</summary>
    public readonly struct Answering(QuestionsFirst questions) : IDisposable
    {
        public void Dispose() => questions.End();
    }
}
