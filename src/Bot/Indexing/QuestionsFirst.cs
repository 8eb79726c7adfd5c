namespace Bot.Indexing;

/// <summary>
/// Lets those who ask go before what is read and written meanwhile: a briefing is put into the index when no question is being answered, or after a
/// bounded wait. Without it both shared the cores alike, and an answer beside a large file took several times as long. Thread-safe.
/// </summary>
/// <param name="longest">How long one briefing waits; null for the usual time, in which it goes on at fifty briefings a second for each core.</param>
internal sealed class QuestionsFirst(TimeSpan? longest = null)
{
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(20);

    // An object, not a Lock: whoever waits is told by its Monitor.
    private readonly object counting = new();
    private readonly TimeSpan longest = longest ?? Usual;
    private int asked, waiting;

    /// <summary>Questions that are being answered.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>How many wait for them.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>A question is being answered until what is returned is disposed.</summary>
    public Answering Ask()
    {
        lock (counting) asked++;
        return new Answering(this);
    }

    /// <summary>Comes back at once when no question is being answered; else at the end of the last of them, or of the longest wait.</summary>
    public void GiveWay()
    {
        lock (counting)
        {
            if (asked == 0) return;
            waiting++;
            Monitor.Wait(counting, longest);
            waiting--;
        }
    }

    private void End()
    {
        lock (counting)
        {
            if (--asked == 0) Monitor.PulseAll(counting);
        }
    }

    /// <summary>To be disposed once.</summary>
    public readonly struct Answering(QuestionsFirst questions) : IDisposable
    {
        public void Dispose() => questions.End();
    }
}
