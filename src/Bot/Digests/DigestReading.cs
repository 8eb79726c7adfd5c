using Bot.Answers;
using Bot.Briefings;
using Bot.Text;

namespace Bot.Digests;

/// <summary>
/// What digests have read of a scope as it was at one moment, so that what is the same in ten thousand of them is read once: the briefings that came, their stories, which
/// of them are about a topic, and whole digests. For one thread; corpora that are handed in are of that moment.
/// </summary>
internal sealed class DigestReading
{
    /// <summary>Of a book the beginning tells what it is about.</summary>
    private const int MostPassages = 60;

    /// <summary>Briefings or passages that are read in one go.</summary>
    private const int Piece = 8;

    /// <summary>Of each kind what was used last is kept: windows of two thousand briefings at most (some five megabytes with all that is read of them), and whole digests.</summary>
    private const int MostWindows = 4, MostDigests = 128;

    private readonly WeakReference<object> moment;
    private readonly long revision;
    private readonly Action giveWay;
    private readonly Dictionary<BriefingId, BriefingReading?> read = [];
    private readonly Dictionary<(DateTimeOffset After, DateTimeOffset UpTo), DigestWindow> windows = [];
    private readonly Dictionary<string, (DigestDraft, DigestContent)> digests = new(StringComparer.Ordinal);
    private int pieces;

    /// <param name="giveWay">Called between pieces of work, to let others go first.</param>
    public DigestReading(CorpusView corpus, TextStore texts, Action? giveWay = null)
    {
        (Texts, this.giveWay) = (texts, giveWay ?? (() => { }));
        (moment, revision, People) = (new WeakReference<object>(corpus.Index.Moment), corpus.Log.LastRevision, new PeopleNames(corpus.People));
    }

    public TextStore Texts { get; }

    public PeopleNames People { get; }

    /// <summary>Whether nothing has changed since: neither the index, nor the log, nor the people.</summary>
    public bool IsOf(CorpusView corpus) =>
        moment.TryGetTarget(out var then) && then == corpus.Index.Moment && People.Directory == corpus.People && revision == corpus.Log.LastRevision;

    /// <summary>Ends a piece of work.</summary>
    public void Pause()
    {
        if (++pieces % Piece == 0) giveWay();
    }

    /// <summary>What came or was changed after one instant and up to another.</summary>
    public DigestWindow Between(DateTimeOffset after, DateTimeOffset upTo, int most, CorpusView corpus)
    {
        if (windows.TryGetValue((after, upTo), out var known)) return known;
        if (windows.Count == MostWindows)
        {
            windows.Clear();
            read.Clear();
        }
        return windows[(after, upTo)] = Of(corpus.Log.ChangedBetween(after, upTo, corpus.Scope, most), corpus);
    }

    /// <summary>Some briefings in the order given; those that do not stand in the index with that text are left out: they come with the next digest.</summary>
    public DigestWindow Of(IReadOnlyList<LoggedBriefing> briefings, CorpusView corpus)
    {
        foreach (var some in briefings.Where(one => !read.ContainsKey(one.Id)).Chunk(Piece * Piece))
        {
            var blocks = corpus.Index.BlocksOf([.. some.Select(one => one.Id)], corpus.Scope);
            foreach (var one in some)
            {
                read[one.Id] = blocks.TryGetValue(one.Id, out var block) && block.Passages.Length > 0 && corpus.Index.TextOf(block.Passages[0]) == one.Text
                    ? new BriefingReading(one, block.Passages[..Math.Min(MostPassages, block.Passages.Length)], block.Briefing) : null;
            }
            giveWay();
        }
        return new DigestWindow([.. briefings.Select(one => read[one.Id]).OfType<BriefingReading>()]);
    }

    /// <summary>A digest that was written already; else it is written.</summary>
    /// <param name="key">Tells it from every other of this moment.</param>
    public (DigestDraft Digest, DigestContent Content) Known(string key, Func<(DigestDraft, DigestContent)> write)
    {
        if (digests.TryGetValue(key, out var known)) return known;
        if (digests.Count == MostDigests) digests.Clear();
        return digests[key] = write();
    }
}
