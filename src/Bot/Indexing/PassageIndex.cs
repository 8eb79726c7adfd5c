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
    private const string RevisionKey = "revision", StoreKey = "store", SchemaKey = "schema";

    private readonly SimpleFSDirectory directory;
    private readonly IndexWriter? writer;
    private readonly SearcherManager searchers;
    private readonly Guid store;

    private PassageIndex(SimpleFSDirectory directory, IndexWriter? writer, Guid store, long revision)
    {
        this.directory = directory;
        this.writer = writer;
        this.store = store;
        Revision = revision;
        searchers = writer is null ? new SearcherManager(directory, new Searchers()) : new SearcherManager(writer, applyAllDeletes: true, new Searchers());
    }

    /// <summary>All changes of the log up to this revision were in the index when it was opened or last committed.</summary>
    public long Revision { get; private set; }

    /// <summary>Grows with every snapshot that differs from the one before.</summary>
    public long Generation { get; private set; }

    /// <summary>
    /// Opens the index for writing. One that cannot be used is emptied, with <see cref="Revision"/> 0: the caller brings it up to date.
    /// </summary>
    /// <param name="store">The briefing log's own id: an index made from another log means other briefings.</param>
    /// <param name="lastRevision">The log's newest revision: an index that is further ahead was made from a log that was lost.</param>
    /// <exception cref="IOException">The folder cannot be written, or has a writer already.</exception>
    public static PassageIndex OpenToWrite(string folder, Guid store, long lastRevision)
    {
        // MMapDirectory, which FSDirectory.Open takes here, answers queries 1.67 times slower (apache/lucenenet issue 1151).
        var directory = new SimpleFSDirectory(folder);
        try
        {
            if (IndexWriter.IsLocked(directory)) IndexWriter.Unlock(directory);
            var usable = UsableRevision(directory, store) is { } known && known <= lastRevision ? known : (long?)null;
            return new PassageIndex(directory, OpenWriter(directory, usable is null), store, usable ?? 0);
        }
        catch (Exception e) when (IsCorruption(e))
        {
            return new PassageIndex(directory, OpenWriter(Emptied(directory), create: true), store, 0);
        }
    }

    /// <summary>Opens the newest commit to read beside a running writer; null when there is none that can be used.</summary>
    public static PassageIndex? OpenToRead(string folder, Guid store)
    {
        var directory = new SimpleFSDirectory(folder);
        try
        {
            if (UsableRevision(directory, store) is { } revision) return new PassageIndex(directory, null, store, revision);
        }
        catch (Exception e) when (IsCorruption(e))
        {
            // The writer, which owns the index, rebuilds it.
        }
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
        searchers.MaybeRefreshBlocking();
        Generation++;
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

    public IndexSnapshot Snapshot()
    {
        var searcher = searchers.Acquire();
        return new IndexSnapshot(searcher, () => searchers.Release(searcher));
    }

    public void Dispose()
    {
        searchers.Dispose();
        // Closing must not commit: only Commit knows the revision that the documents belong to.
        if (writer is not null) writer.Rollback();
        directory.Dispose();
    }

    private IndexWriter Writer => writer ?? throw new InvalidOperationException("This index was opened to read.");

    private static IndexWriter OpenWriter(SimpleFSDirectory directory, bool create) => new(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, BriefingAnalyzer.For("en"))
    {
        OpenMode = create ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
        Similarity = Bm25,
        RAMBufferSizeMB = 64,
        UseCompoundFile = false,
    });

    private static readonly FieldSimilarity Bm25 = new();

    private static long? UsableRevision(SimpleFSDirectory directory, Guid store)
    {
        if (!DirectoryReader.IndexExists(directory)) return null;
        using var reader = DirectoryReader.Open(directory);
        var data = reader.IndexCommit.UserData;
        return data.TryGetValue(SchemaKey, out var schema) && schema == PassageFields.Schema
            && data.TryGetValue(StoreKey, out var owner) && owner == store.ToString()
            && data.TryGetValue(RevisionKey, out var revision) && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
    }

    /// <summary>What Lucene throws for files that are cut off, overwritten, of another version or gone.</summary>
    private static bool IsCorruption(Exception e) =>
        e is CorruptIndexException or IndexFormatTooNewException or IndexFormatTooOldException or IndexNotFoundException
            or EndOfStreamException or FileNotFoundException or ArgumentException or IndexOutOfRangeException or InvalidOperationException
        || (e is IOException && e is not LockObtainFailedException && e.Message.Contains("checksum", StringComparison.OrdinalIgnoreCase));

    private static SimpleFSDirectory Emptied(SimpleFSDirectory directory)
    {
        foreach (var file in directory.ListAll()) directory.DeleteFile(file);
        return directory;
    }

    private sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = Bm25 };
    }
}
