using System.Globalization;
using Bot.Text;

namespace Bot.Briefings.Storing;

/// <summary>
/// Where each text stands, in memory: a dictionary of 48 bytes a text, and the table file behind it. A compaction replaces the
/// file by one of the next generation.
/// </summary>
internal sealed class TextTable : IDisposable
{
    public const string FileName = "table";

    private readonly Lock reading = new();
    private readonly Dictionary<UInt128, (TextPlace Place, int Line)> places = [];
    private readonly string path;
    private readonly TextTableFile? file;
    private int read;

    private TextTable(string path, TextTableFile? file)
    {
        this.path = path;
        this.file = file;
    }

    public ulong Generation => file?.Generation ?? 0;

    public int Count
    {
        get { lock (reading) return places.Count; }
    }

    /// <summary>Opens the table; for writing, a line whose text is cut off is struck out, and what is torn at the end is cut off.</summary>
    public static TextTable Open(string folder, TextSegments segments, bool readOnly)
    {
        var path = Path.Combine(folder, FileName);
        var table = new TextTable(path, readOnly ? TextTableFile.OpenReadOnly(path) : TextTableFile.Open(path));
        table.ReadNew(segments, strikeOut: !readOnly);
        if (!readOnly) table.file!.CutAfter(table.read);
        return table;
    }

    public static TextTableFile Create(string path, ulong generation) => TextTableFile.Create(path, generation);

    /// <summary>
    /// Reads the lines that were appended since. Torn lines at the end may still be being written: they are asked for again.
    /// </summary>
    public void ReadNew(TextSegments segments, bool strikeOut = false)
    {
        if (file is null) return;
        foreach (var (number, line) in file.Lines(read))
        {
            if (TextEntry.ReadPlace(line.Span) is not { } place) continue;
            if (place.End <= segments.LengthOf(place.Segment)) Place(TextEntry.KeyOf(line.Span), place, number);
            // Later texts will stand there: the line must not come to mean them.
            else if (strikeOut) file.StrikeOut(number);
            read = number + 1;
        }
    }

    public void Append(IReadOnlyList<TextEntry> entries)
    {
        file!.WriteAt(read, entries);
        foreach (var entry in entries) Place(TextEntry.KeyOf(entry.Hash), entry.Place, read++);
    }

    public void FlushToDisk() => file!.FlushToDisk();

    public bool Contains(UInt128 key)
    {
        lock (reading) return places.ContainsKey(key);
    }

    public TextPlace? Find(UInt128 key)
    {
        lock (reading) return places.TryGetValue(key, out var at) ? at.Place : null;
    }

    /// <summary>The texts whose hash begins with up to 32 hex digits, in the order in which they were added.</summary>
    public IReadOnlyList<TextHash> FindPrefix(string prefix)
    {
        if (prefix.Length is 0 or > 32
            || !UInt128.TryParse(prefix.PadRight(32, '0'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var low)) return [];
        var high = prefix.Length == 32 ? low : low | (UInt128.MaxValue >> (prefix.Length * 4));
        var found = new List<int>();
        lock (reading)
        {
            foreach (var (key, at) in places)
                if (key >= low && key <= high)
                    found.Add(at.Line);
        }

        found.Sort();
        return [.. found.Select(file!.ReadHash)];
    }

    /// <summary>Every text's hash and place, in the order in which they were added.</summary>
    public IEnumerable<TextEntry> Entries()
    {
        (TextPlace Place, int Line)[] all;
        lock (reading) all = [.. places.Values];
        Array.Sort(all, (a, b) => a.Line.CompareTo(b.Line));
        return all.Select(at => new TextEntry(file!.ReadHash(at.Line), at.Place));
    }

    /// <summary>The data files that texts stand in, and where the last text in each ends.</summary>
    public IReadOnlyDictionary<int, long> Ends()
    {
        var ends = new Dictionary<int, long>();
        lock (reading)
        {
            foreach (var (place, _) in places.Values)
                ends[place.Segment] = Math.Max(ends.GetValueOrDefault(place.Segment), place.End);
        }

        return ends;
    }

    /// <summary>True when a writer has put another table in this one's place.</summary>
    public bool IsReplaced()
    {
        using var now = TextTableFile.OpenReadOnly(path);
        return now?.Generation != file?.Generation;
    }

    public void Dispose() => file?.Dispose();

    private void Place(UInt128 key, TextPlace place, int line)
    {
        lock (reading) places[key] = (place, line);
    }
}
