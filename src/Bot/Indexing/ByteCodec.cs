using System.Buffers;
using System.Text;

namespace Bot.Indexing;

/// <summary>Writes numbers and strings in few bytes: seven bits a byte, the high bit says that more follow.</summary>
internal sealed class ByteWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(512);

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    /// <exception cref="ArgumentOutOfRangeException">Below 0.</exception>
    public void Number(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        var rest = (uint)value;
        var bytes = buffer.GetSpan(5);
        var count = 0;
        while (rest >= 0x80)
        {
            bytes[count++] = (byte)(rest | 0x80);
            rest >>= 7;
        }
        bytes[count++] = (byte)rest;
        buffer.Advance(count);
    }

    /// <summary>Null is told from the empty string.</summary>
    public void String(string? value)
    {
        if (value is null)
        {
            Number(0);
            return;
        }
        var length = Encoding.UTF8.GetByteCount(value);
        Number(length + 1);
        Encoding.UTF8.GetBytes(value, buffer.GetSpan(length));
        buffer.Advance(length);
    }

    public void Bytes(ReadOnlySpan<byte> value) => buffer.Write(value);

    public void Flag(bool value) => Number(value ? 1 : 0);
}

/// <summary>Reads what <see cref="ByteWriter"/> wrote, in the same order.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    public int Number()
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80) return (int)value;
        }
    }

    public string? String()
    {
        var length = Number();
        return length == 0 ? null : Encoding.UTF8.GetString(Bytes(length - 1));
    }

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var slice = bytes.Slice(at, count);
        at += count;
        return slice;
    }

    public bool Flag() => Number() != 0;

    /// <summary>Passes over what is not wanted.</summary>
    public void SkipNumbers(int count)
    {
        for (; count > 0; count--)
        {
            while (bytes[at++] >= 0x80)
            {
            }
        }
    }

    public void SkipString()
    {
        var length = Number();
        if (length > 0) at += length - 1;
    }

    public void SkipBytes(int count) => at += count;
}
