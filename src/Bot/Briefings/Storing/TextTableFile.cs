using System.Buffers.Binary;
using Bot.Text;
using Microsoft.Win32.SafeHandles;

namespace Bot.Briefings.Storing;

/// <summary>The file of a text store's table: a head of 16 bytes (mark with version, generation), then lines of one size.</summary>
internal sealed class TextTableFile : IDisposable
{
    private const int HeadSize = 16;
    private const ulong Mark = 0x0100_5354_5845_5442; // "BTEXTS", version 1
    private const int LinesAtOnce = 4096;

    private readonly SafeFileHandle file;

    private TextTableFile(SafeFileHandle file, ulong generation)
    {
        this.file = file;
        Generation = generation;
    }

    /// <summary>From 1, one more with each compaction.</summary>
    public ulong Generation { get; }

    /// <summary>Null when there is none yet, or its head is not yet written.</summary>
    public static TextTableFile? OpenReadOnly(string path)
    {
        if (!File.Exists(path)) return null;
        var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (ReadHead(file) is { } generation) return new TextTableFile(file, generation);
        file.Dispose();
        return null;
    }

    /// <summary>A file that is no table is begun anew: the texts are read again from their briefings.</summary>
    public static TextTableFile Open(string path)
    {
        var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        return new TextTableFile(file, ReadHead(file) ?? WriteHead(file, 1));
    }

    public static TextTableFile Create(string path, ulong generation)
    {
        var file = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        return new TextTableFile(file, WriteHead(file, generation));
    }

    /// <summary>The whole lines from one on; each stays valid until the next is asked for.</summary>
    public IEnumerable<(int Number, ReadOnlyMemory<byte> Line)> Lines(int from)
    {
        var block = new byte[TextEntry.Size * LinesAtOnce];
        for (var number = from; ;)
        {
            var lines = TextSegments.ReadFully(file, block, OffsetOf(number)) / TextEntry.Size;
            for (var i = 0; i < lines; i++) yield return (number + i, block.AsMemory(i * TextEntry.Size, TextEntry.Size));
            if (lines < LinesAtOnce) yield break;
            number += lines;
        }
    }

    public void Append(IReadOnlyList<TextEntry> entries) =>
        WriteAt((int)((RandomAccess.GetLength(file) - HeadSize) / TextEntry.Size), entries);

    public void WriteAt(int number, IReadOnlyList<TextEntry> entries)
    {
        var block = new byte[entries.Count * TextEntry.Size];
        for (var i = 0; i < entries.Count; i++) entries[i].Write(block.AsSpan(i * TextEntry.Size, TextEntry.Size));
        RandomAccess.Write(file, block, OffsetOf(number));
    }

    public void StrikeOut(int number) => RandomAccess.Write(file, new byte[TextEntry.Size], OffsetOf(number));

    public void CutAfter(int lines) => RandomAccess.SetLength(file, OffsetOf(lines));

    public void FlushToDisk() => RandomAccess.FlushToDisk(file);

    public TextHash ReadHash(int number)
    {
        var line = new byte[TextEntry.Size];
        TextSegments.ReadFully(file, line, OffsetOf(number));
        return TextEntry.ReadHash(line);
    }

    public void Dispose() => file.Dispose();

    private static long OffsetOf(int number) => HeadSize + number * (long)TextEntry.Size;

    private static ulong? ReadHead(SafeFileHandle file)
    {
        Span<byte> head = stackalloc byte[HeadSize];
        return TextSegments.ReadFully(file, head, 0) == HeadSize && BinaryPrimitives.ReadUInt64LittleEndian(head) == Mark
            ? BinaryPrimitives.ReadUInt64LittleEndian(head[8..])
            : null;
    }

    private static ulong WriteHead(SafeFileHandle file, ulong generation)
    {
        Span<byte> head = stackalloc byte[HeadSize];
        BinaryPrimitives.WriteUInt64LittleEndian(head, Mark);
        BinaryPrimitives.WriteUInt64LittleEndian(head[8..], generation);
        RandomAccess.SetLength(file, 0);
        RandomAccess.Write(file, head, 0);
        return generation;
    }
}
