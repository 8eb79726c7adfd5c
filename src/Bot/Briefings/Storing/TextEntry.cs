using System.Buffers.Binary;
using Bot.Text;

namespace Bot.Briefings.Storing;

/// <summary>Where a text stands: data file, byte offset, UTF-16 code units, and the checksum of its bytes.</summary>
internal readonly record struct TextPlace(int Segment, long Offset, int Length, uint Checksum)
{
    public long Bytes => Length * (long)sizeof(char);

    public long End => Offset + Bytes;
}

/// <summary>One line of the table, 56 bytes: hash (32), segment (4), offset (8), length (4), checksum of the text (4), of the line (4).</summary>
internal readonly record struct TextEntry(TextHash Hash, TextPlace Place)
{
    public const int Size = 56;

    private const int Checked = Size - sizeof(uint);

    /// <summary>The first half of the hash: two texts that share it would have to be made on purpose, at 2^64 hashes.</summary>
    public static UInt128 KeyOf(TextHash hash)
    {
        Span<byte> bytes = stackalloc byte[32];
        return Convert.FromHexString(hash.Hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? KeyOf(bytes) : default;
    }

    public static UInt128 KeyOf(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadUInt128BigEndian(entry);

    public void Write(Span<byte> line)
    {
        Convert.FromHexString(Hash.Hex, line[..32], out _, out _);
        BinaryPrimitives.WriteInt32LittleEndian(line[32..], Place.Segment);
        BinaryPrimitives.WriteInt64LittleEndian(line[36..], Place.Offset);
        BinaryPrimitives.WriteInt32LittleEndian(line[44..], Place.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(line[48..], Place.Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(line[Checked..], Checksum.Of(line[..Checked]));
    }

    /// <summary>The place that a line states; null when the line is torn.</summary>
    public static TextPlace? ReadPlace(ReadOnlySpan<byte> line)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(line[Checked..]) != Checksum.Of(line[..Checked])) return null;
        return new TextPlace(
            BinaryPrimitives.ReadInt32LittleEndian(line[32..]),
            BinaryPrimitives.ReadInt64LittleEndian(line[36..]),
            BinaryPrimitives.ReadInt32LittleEndian(line[44..]),
            BinaryPrimitives.ReadUInt32LittleEndian(line[48..]));
    }

    public static TextHash ReadHash(ReadOnlySpan<byte> line) => new(Convert.ToHexStringLower(line[..32]));
}
