using System.Buffers.Binary;
using System.Text;

namespace Bot.Tests.Indexing;

/// <summary>What happens to files.</summary>
internal static class Damage
{
    public static void Do(string damage, string path)
    {
        if (damage == "gone")
        {
            File.Delete(path);
            return;
        }
        // Shared, since the bot may have the file open.
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        switch (damage)
        {
            case "half":
                file.SetLength(file.Length / 2);
                break;
            case "empty":
                file.SetLength(0);
                break;
            case "flipped at the start":
                Flip(file, 0);
                break;
            case "flipped in the middle":
                Flip(file, file.Length / 2);
                break;
            case "flipped at the end":
                Flip(file, file.Length - 1);
                break;
            case "overwritten":
                var noise = new byte[file.Length];
                new Random(5).NextBytes(noise);
                file.Write(noise);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(damage), damage, null);
        }
    }

    /// <summary>Puts another letter for each of one in the stored texts, which stay as long as they were.</summary>
    public static void AlterTexts(string dataFolder, char of = 'a', char by = 'o')
    {
        foreach (var path in Directory.GetFiles(Path.Combine(dataFolder, "texts"), "*.texts"))
        {
            using var stored = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stored.Length];
            stored.ReadExactly(bytes);
            for (var i = 0; i < bytes.Length; i += 2)
                if (bytes[i] == of && bytes[i + 1] == 0) bytes[i] = (byte)by;
            stored.Position = 0;
            stored.Write(bytes);
        }
    }

    /// <summary>Gives the newest commit another schema, with a checksum that is right.</summary>
    public static void ChangeSchema(string indexFolder)
    {
        var path = Directory.GetFiles(indexFolder, "segments_*").Single();
        var bytes = File.ReadAllBytes(path);
        // A string is written as its length and its bytes; the schema follows its key.
        var at = bytes.AsSpan().IndexOf((byte[])[6, .. "schema"u8]) + 7;
        Assert.True(at > 7);
        Assert.Equal(bytes[at], Encoding.UTF8.GetByteCount(Bot.Indexing.PassageFields.Schema));
        bytes[at + 1] ^= 0x40;
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(bytes.Length - 8), Crc32(bytes.AsSpan(0, bytes.Length - 8)));
        File.WriteAllBytes(path, bytes);
    }

    private static void Flip(FileStream file, long at)
    {
        file.Position = at;
        var old = file.ReadByte();
        file.Position = at;
        file.WriteByte((byte)(old ^ 0x10));
    }

    /// <summary>CRC-32 (ISO 3309), as the footer of Lucene's files has it.</summary>
    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
