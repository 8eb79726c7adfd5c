using System.Globalization;
using Bot.Briefings;
using Bot.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>
/// The Lucene index in the data folder. It is derived: what is missing, corrupt, of another schema or of another briefing log is made
/// anew from the log and the text store. Each commit says up to which revision of the log it goes, so a start after any kind of end knows
/// what to do again. One writer, any number of readers, in this process and beside it.
/// </summary>
internal sealed class PassageIndex : IDisposable
{
    /// <summary>Bytes up to which opening reads every file and compares its checksum: a fraction of a second. A larger index is verified later.</summary>
    public const long MostVerifiedAtOpening = 64 << 20;

    /// <summary>How many segments are too many where much was read at once, and to how many they are merged then.</summary>
    public const int MostSegments = 10, FewSegments = 4;

    private const string RevisionKey = "revision", StoreKey = "store", SchemaKey = "schema";

    private readonly SimpleFSDirectory directory;
    private readonly PassageMemory memory = new();
    private readonly Guid store;
    private volatile Opened opened;
    private volatile TaskCompletionSource nextSnapshot = NewSignal();
    private volatile bool isDoubted, isClosing;
    private long revision, searched, generation;

    private PassageIndex(SimpleFSDirectory directory, Guid store, Opened opened)
    {
        this.directory = directory;
        this.store = store;
        this.opened = opened;
        Revision = searched = opened.Revision;
        isDoubted = !opened.IsVerified;
    }

    /// <summary>All changes of the log up to this revision were in the index when it was opened or last committed.</summary>
    public long Revision
    {
        get => Volatile.Read(ref revision);
        private set => Volatile.Write(ref revision, value);
    }

    /// <summary>All changes of the log up to this revision are in the snapshots that are opened from now on; <see cref="Revision"/> may be ahead for a moment.</summary>
    public long SearchedRevision => Volatile.Read(ref searched);

    /// <summary>Grows with every snapshot that differs from the one before.</summary>
    public long Generation => Volatile.Read(ref generation);

    /// <summary>Completes when a snapshot later than the newest one of now can be searched.</summary>
    public Task NextSnapshot => nextSnapshot.Task;

    /// <summary>True when something went wrong in a search, or the files were not read through yet: <see cref="Verify"/> tells.</summary>
    public bool IsDoubted => isDoubted;

    /// <summary>
    /// Opens the index for writing. One that cannot be used is emptied, with <see cref="Revision"/> 0: the caller brings it up to date.
    /// </summary>
    /// <param name="store">The briefing log's own id: an index made from another log means other briefings.</param>
    /// <param name="lastRevision">The log's newest revision: an index that is further ahead was made from a log that was lost.</param>
    /// <param name="mostVerified">Bytes up to which it is read through first; a larger one is <see cref="IsDoubted"/>.</param>
    /// <exception cref="IOException">The folder cannot be written, or has a writer already.</exception>
    public static PassageIndex OpenToWrite(string folder, Guid store, long lastRevision, long mostVerified = MostVerifiedAtOpening)
    {
        // MMapDirectory, which FSDirectory.Open takes here, answers queries 1.67 times slower (apache/lucenenet issue 1151).
        var directory = new SimpleFSDirectory(folder);
        return new PassageIndex(directory, store, Opened.ToWrite(directory, store, lastRevision, mostVerified));
    }

    /// <summary>Opens the newest commit to read beside a running writer; null when there is none that can be used.</summary>
    public static PassageIndex? OpenToRead(string folder, Guid store)
    {
        var directory = new SimpleFSDirectory(folder);
        if (Opened.ToRead(directory, store) is { } opened) return new PassageIndex(directory, store, opened);
        directory.Dispose();
        return null;
    }

    /// <summary>Puts a briefing in, in place of its earlier version. Thread-safe.</summary>
    public void Put(Briefing briefing, string collection) => Writer.UpdateDocuments(
        new Term(PassageFields.Briefing, briefing.Id.Value), PassageDocuments.Of(briefing, collection), BriefingAnalyzer.For(briefing.Language));

    public void Remove(BriefingId briefing) => Writer.DeleteDocuments(new Term(PassageFields.Briefing, briefing.Value));

    /// <summary>Lets searches from now on see what was written.</summary>
    public void Refresh()
    {
        var upTo = Revision; // what is committed meanwhile may not be in it
        opened.Searchers.MaybeRefreshBlocking();
        Volatile.Write(ref searched, upTo);
        Announce();
    }

    /// <summary>Makes what was written last, and notes that it goes up to <paramref name="revision"/> of the log.</summary>
    public void Commit(long revision)
    {
        Writer.SetCommitData(new Dictionary<string, string>
        {
            [RevisionKey] = revision.ToString(CultureInfo.InvariantCulture),
            [StoreKey] = store.ToString(),
            [SchemaKey] = PassageFields.Schema,
        });
        Writer.Commit();
        Revision = revision;
    }

    /// <summary>True when something was written or merged that no commit has.</summary>
    public bool IsAheadOfCommit => Writer.HasUncommittedChanges();

    /// <summary>
    /// Merges segments until few are left, if there are too many: each is asked by itself, so that after much was read at once an answer takes
    /// several times as long as over few. Takes as long as it takes; changes may be written, and searches go on, meanwhile. What was
    /// merged is seen from the next <see cref="Refresh"/> on.
    /// </summary>
    /// <returns>True when anything was merged.</returns>
    /// <param name="most">Segments that are not too many.</param>
    public bool Settle(int most = MostSegments)
    {
        var writer = Writer;
        try
        {
            if (Segments <= most) return false;
            writer.ForceMerge(FewSegments, doWait: true);
            return true;
        }
        catch (Exception) when (isClosing || writer != opened.Writer)
        {
            // The bot stops, or has given up what was not committed: the merge with it.
            return false;
        }
    }

    /// <param name="fewDocuments">Documents, sentences among them, up to which one core searches as fast as several.</param>
    public IndexSnapshot Snapshot(int fewDocuments = IndexSnapshot.FewDocuments)
    {
        while (true)
        {
            var now = opened;
            try
            {
                var searcher = now.Searchers.Acquire();
                return new IndexSnapshot(searcher.IndexReader, memory, () => now.Searchers.Release(searcher), fewDocuments);
            }
            catch (ObjectDisposedException) when (now != opened)
            {
                // Reopened in between: the next one serves.
            }
        }
    }

    /// <summary>To be called when a search failed for no known reason: the files may have been damaged.</summary>
    public void Doubt() => isDoubted = true;

    /// <summary>Reads what is searched through, and compares it with its checksums. False when it is damaged.</summary>
    public bool Verify(CancellationToken cancellation = default)
    {
        // Before the reading: who doubts meanwhile is heard again.
        isDoubted = false;
        var now = opened;
        var searcher = now.Searchers.Acquire();
        try
        {
            return IndexFiles.AreWhole(searcher.IndexReader, cancellation);
        }
        finally
        {
            now.Searchers.Release(searcher);
        }
    }

    /// <summary>
    /// Gives up what was not committed and opens the last commit again; an index that is damaged is emptied, as at a start. Searches go on
    /// in the snapshot that they have, the next ones in the new one. For the thread that writes.
    /// </summary>
    public void Reopen(long lastRevision)
    {
        var before = opened;
        before.Writer!.Rollback();
        opened = Opened.ToWrite(directory, store, lastRevision, mostVerified: long.MaxValue);
        Revision = opened.Revision;
        isDoubted = false;
        Volatile.Write(ref searched, Revision);
        Announce();
        before.Searchers.Dispose();
    }

    public void Dispose()
    {
        isClosing = true;
        opened.Searchers.Dispose();
        // Closing must not commit: only Commit knows the revision that the documents belong to.
        opened.Writer?.Rollback();
        directory.Dispose();
    }

    /// <summary>How many parts, each searched by itself, the newest snapshot has.</summary>
    internal int Segments
    {
        get
        {
            var searcher = opened.Searchers.Acquire();
            try
            {
                return searcher.IndexReader.Leaves.Count;
            }
            finally
            {
                opened.Searchers.Release(searcher);
            }
        }
    }

    private IndexWriter Writer => opened.Writer ?? throw new InvalidOperationException("This index was opened to read.");

    private void Announce()
    {
        Interlocked.Increment(ref generation);
        Interlocked.Exchange(ref nextSnapshot, NewSignal()).SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The index between two openings of it.</summary>
    /// <param name="Writer">Null in an index that is only read.</param>
    /// <param name="IsVerified">True when every file was read through.</param>
    private sealed record Opened(IndexWriter? Writer, SearcherManager Searchers, long Revision, bool IsVerified)
    {
        public static Opened ToWrite(SimpleFSDirectory directory, Guid store, long lastRevision, long mostVerified)
        {
            var isVerified = IndexFiles.Size(directory) <= mostVerified;
            IndexWriter? writer = null;
            try
            {
                if (UsableRevision(directory, store, isVerified) is { } revision && revision <= lastRevision)
                {
                    writer = OpenWriter(directory, OpenMode.APPEND);
                    return new Opened(writer, new SearcherManager(writer, applyAllDeletes: true, new Searching()), revision, isVerified);
                }
            }
            catch (Exception e) when (e is not (UnauthorizedAccessException or LockObtainFailedException))
            {
                // Damaged files make Lucene throw nearly anything. If it was the disk or the folder, making a new index says so.
                writer?.Rollback();
            }
            IndexFiles.Delete(directory);
            var made = OpenWriter(directory, OpenMode.CREATE);
            return new Opened(made, new SearcherManager(made, applyAllDeletes: true, new Searching()), Revision: 0, IsVerified: true);
        }

        /// <summary>Null when there is no commit that can be used: the writer, which owns the index, makes it anew.</summary>
        public static Opened? ToRead(SimpleFSDirectory directory, Guid store)
        {
            try
            {
                return UsableRevision(directory, store, verify: false) is { } revision
                    ? new Opened(null, new SearcherManager(directory, new Searching()), revision, IsVerified: true)
                    : null;
            }
            catch (Exception e) when (e is not UnauthorizedAccessException)
            {
                return null;
            }
        }

        private static IndexWriter OpenWriter(SimpleFSDirectory directory, OpenMode mode) => new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, BriefingAnalyzer.For("en"))
        {
            OpenMode = mode,
            Similarity = Bm25.Lengths,
            RAMBufferSizeMB = 64,
            UseCompoundFile = false,
        });

        private static long? UsableRevision(SimpleFSDirectory directory, Guid store, bool verify)
        {
            if (!DirectoryReader.IndexExists(directory)) return null;
            using var reader = DirectoryReader.Open(directory);
            var data = reader.IndexCommit.UserData;
            return data.TryGetValue(SchemaKey, out var schema) && schema == PassageFields.Schema
                && data.TryGetValue(StoreKey, out var owner) && owner == store.ToString()
                && data.TryGetValue(RevisionKey, out var revision) && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && (!verify || IndexFiles.AreWhole(reader, CancellationToken.None))
                ? number : null;
        }
    }

    private sealed class Searching : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader)
        {
            foreach (var segment in reader.Leaves) PassageMatcher.Warm(segment);
            return new IndexSearcher(reader);
        }
    }
}
