using System.Runtime.InteropServices;
using Bot.Text;

namespace Bot.Briefings.Storing;

/// <summary>
/// Writes the texts that are still wanted into new data files with a new table, then puts that table in the old one's place: one
/// rename, before which the old store is whole, and after which the new one is. What is left over is deleted when the store opens.
/// </summary>
internal static class Compaction
{
    private const int LinesAtOnce = 500;

    /// <summary>False, and nothing done, when at most half of the store is dead.</summary>
    public static bool Run(string folder, TextTable table, TextSegments segments, IReadOnlySet<TextHash> live, long segmentBytes)
    {
        long all = 0, kept = 0;
        foreach (var entry in table.Entries())
        {
            all += entry.Place.Bytes;
            if (live.Contains(entry.Hash)) kept += entry.Place.Bytes;
        }

        if (all == 0 || kept * 2 >= all) return false;
        var path = Path.Combine(folder, TextTable.FileName + ".new");
        using (var target = new TextSegments(folder))
        using (var file = TextTable.Create(path, table.Generation + 1))
        {
            target.StartNew();
            foreach (var chunk in table.Entries().Where(entry => live.Contains(entry.Hash)).Chunk(LinesAtOnce))
                file.Append([.. chunk.Select(entry => Copy(entry, segments, target, segmentBytes)).OfType<TextEntry>()]);
            target.Flush(toDisk: true);
            file.FlushToDisk();
        }

        File.Move(path, Path.Combine(folder, TextTable.FileName), overwrite: true);
        return true;
    }

    /// <summary>Null for a text that can no longer be read as it was: it is left behind, and read anew from its file.</summary>
    private static TextEntry? Copy(TextEntry entry, TextSegments from, TextSegments to, long segmentBytes)
    {
        if (from.Read(entry.Place, new TextSpan(0, entry.Place.Length)) is not { } text) return null;
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        if (Checksum.Of(bytes) != entry.Place.Checksum) return null;
        var (segment, offset) = to.Append(bytes, segmentBytes);
        return entry with { Place = entry.Place with { Segment = segment, Offset = offset } };
    }
}
