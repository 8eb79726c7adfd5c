using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Bot.Briefings.Storing;
using Bot.Text;

namespace Bot.Briefings;

/// <summary>
/// The original texts, each once, by their hash: what every span is sliced out of again before it is shown. Texts stand as UTF-16
/// little-endian in a few growing files, and a table says where: so a span is one read at a known place, however long its text.
/// A text can be read from the next <see cref="Flush"/> on. One writer, in one process; any number of readers, also in other processes
/// (<see cref="Refresh"/>). However the writer ends, what was flushed before is found again.
/// </summary>
internal sealed class TextStore : IDisposable
{
    /// <summary>Where a data file ends and the next begins.</summary>
    public const long DefaultSegmentBytes = 512L * 1024 * 1024;

    private readonly Lock writing = new();
    private readonly string folder;
    private readonly bool readOnly;
    private readonly long segmentBytes;
    private readonly List<TextEntry> pending = [];
    private readonly HashSet<UInt128> pendingKeys = [];
    private readonly ConcurrentDictionary<TextHash, bool> doubted = new();
    private volatile State state;

    private TextStore(string folder, bool readOnly, long segmentBytes)
    {
        this.folder = folder;
        this.readOnly = readOnly;
        this.segmentBytes = segmentBytes;
        state = Load();
    }

    /// <summary>Texts that can be read.</summary>
    public int Count => state.Table.Count;

    /// <summary>Opens the store, making its folder when it is missing; cuts off what a killed writer left unfinished.</summary>
    /// <exception cref="IOException">The folder or its files cannot be read or written.</exception>
    public static TextStore Open(string folder, long segmentBytes = DefaultSegmentBytes)
    {
        Directory.CreateDirectory(folder);
        return new TextStore(folder, readOnly: false, segmentBytes);
    }

    /// <summary>Opens the store beside a writer, or without one; a missing store is an empty one. Never writes.</summary>
    public static TextStore OpenReadOnly(string folder) => new(folder, readOnly: true, DefaultSegmentBytes);

    /// <summary>Adds a text unless it is there already, as it was when it was added: a damaged one is stored anew.</summary>
    public TextHash Add(string text)
    {
        var hash = TextHash.Of(text);
        Add(hash, text);
        return hash;
    }

    /// <param name="hash">The hash of <paramref name="text"/>, already known.</param>
    public void Add(TextHash hash, string text)
    {
        lock (writing)
        {
            if (readOnly) throw new InvalidOperationException("A store opened for reading takes no text.");
            var key = TextEntry.KeyOf(hash);
            if (pendingKeys.Contains(key) || Read(hash) is not null) return;
            pendingKeys.Add(key);
            var bytes = MemoryMarshal.AsBytes(text.AsSpan());
            var (segment, offset) = state.Segments.Append(bytes, segmentBytes);
            pending.Add(new TextEntry(hash, new TextPlace(segment, offset, text.Length, Checksum.Of(bytes))));
        }
    }

    /// <summary>
    /// Hands what was added to the operating system, texts before table, so that a killed process loses none of it.
    /// </summary>
    /// <param name="toDisk">True: also waits for the disk, so that a power failure loses none of it.</param>
    public void Flush(bool toDisk = false)
    {
        lock (writing)
        {
            state.Segments.Flush(toDisk);
            if (pending.Count > 0) state.Table.Append(pending);
            if (toDisk) state.Table.FlushToDisk();
            pending.Clear();
            pendingKeys.Clear();
        }
    }

    public bool Contains(TextHash hash) => state.Table.Contains(TextEntry.KeyOf(hash));

    /// <summary>The whole text; null when it is not there, or is not what it was when it was added.</summary>
    public string? Read(TextHash hash)
    {
        var now = state;
        if (now.Table.Find(TextEntry.KeyOf(hash)) is not { } place) return null;
        var text = now.Segments.Read(place, new TextSpan(0, place.Length));
        return text is not null && Checksum.Of(MemoryMarshal.AsBytes(text.AsSpan())) == place.Checksum ? text : null;
    }

    /// <summary>The words of a span, read alone; null when the text is not there, ends before the span does, or cannot be read.</summary>
    public string? Read(TextHash hash, TextSpan span)
    {
        var now = state;
        if (now.Table.Find(TextEntry.KeyOf(hash)) is not { } place || span.End > place.Length) return null;
        return now.Segments.Read(place, span);
    }

    /// <summary>To be called when a text has not the words that it should have. Only the owner can do something about it.</summary>
    /// <returns>True when that was not known yet, and is to be looked into.</returns>
    public bool Doubt(TextHash hash) => !readOnly && doubted.TryAdd(hash, true);

    /// <summary>What was doubted since it was last asked for.</summary>
    public IReadOnlyList<TextHash> TakeDoubted() => [.. doubted.Keys.Where(hash => doubted.TryRemove(hash, out _))];

    /// <summary>UTF-16 code units of a stored text; null when it is not there.</summary>
    public int? Length(TextHash hash) => state.Table.Find(TextEntry.KeyOf(hash))?.Length;

    /// <summary>The texts whose hash begins with these hex digits (eight, as in a citation id): mostly one.</summary>
    public IReadOnlyList<TextHash> Find(string prefix) => state.Table.FindPrefix(prefix);

    /// <summary>Sees what a writer in another process has flushed since.</summary>
    public void Refresh()
    {
        lock (writing)
        {
            if (!readOnly) return;
            if (state.Table.IsReplaced()) Swap(Load());
            else state.Table.ReadNew(state.Segments);
        }
    }

    /// <summary>
    /// Rewrites the store without the texts that are no longer wanted, when they are more than half of it. For the owner, at the
    /// start: readers in other processes see it at their next <see cref="Refresh"/>. Killed half-way, the old store is still there.
    /// </summary>
    /// <returns>True when it was rewritten.</returns>
    public bool Compact(IReadOnlySet<TextHash> live)
    {
        lock (writing)
        {
            Flush();
            if (!Compaction.Run(folder, state.Table, state.Segments, live, segmentBytes)) return false;
            Swap(Load());
            return true;
        }
    }

    public void Dispose()
    {
        lock (writing)
        {
            state.Dispose();
        }
    }

    private State Load()
    {
        var segments = new TextSegments(folder);
        var table = TextTable.Open(folder, segments, readOnly);
        if (!readOnly) segments.StartAppending(table.Ends());
        return new State(table, segments);
    }

    /// <summary>Searches under way end on the old files; those are closed when the last of them lets go.</summary>
    private void Swap(State next) => state = next;

    private sealed record State(TextTable Table, TextSegments Segments) : IDisposable
    {
        public void Dispose()
        {
            Segments.Dispose();
            Table.Dispose();
        }
    }
}
