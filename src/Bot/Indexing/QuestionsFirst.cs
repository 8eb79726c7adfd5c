namespace Bot.Indexing;

/// <summary>
/// Lets those who ask go before what is read and written meanwhile: a briefing is put into the index when no question is being answered, or after a
/// bounded wait. Without it both shared the cores alike, and an answer beside a large file took several times as long. Thread-safe.
/// </summary>
/// <param name="longest">How long one briefing waits at most; null for the usual time.</param>
internal sealed class QuestionsFirst(TimeSpan? longest = null)
{
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(20);

    /// <summary>How many times as long as its work takes it waits: however much is asked, a fifth of a core's time goes into the index.</summary>
    private const int Patience = 4;

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

    /// <summary>Comes back at once when no question is being answered; else at the end of the last of them, or when it has waited long enough.</summary>
    /// <param name="cost">What the work before took; zero where nobody knows.</param>
    public void GiveWay(TimeSpan cost = default)
    {
        var wait = longest == Timeout.InfiniteTimeSpan || cost == default || cost * Patience > longest ? longest : cost * Patience;
        lock (counting)
        {
            if (asked == 0) return;
            waiting++;
            Monitor.Wait(counting, wait);
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
