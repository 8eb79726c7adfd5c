using System.Buffers;

namespace Bot.Briefings.Reading;

/// <summary>The lines of a stream of bytes, without their line ends; a line stays valid until the next is read.</summary>
internal sealed class LineReader(Stream stream) : IDisposable
{
    private const int FirstSize = 128 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int start;
    private int filled;
    private bool ended;

    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        var looked = start;
        while (true)
        {
            var at = buffer.AsSpan(looked, filled - looked).IndexOf((byte)'\n');
            if (at >= 0) return Take(looked + at, skip: 1, out line);
            if (ended) return Take(filled, skip: 0, out line) && line.Length > 0;
            var read = Fill();
            looked = filled - read;
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private bool Take(int end, int skip, out ReadOnlyMemory<byte> line)
    {
        var length = end > start && buffer[end - 1] == '\r' ? end - 1 - start : end - start;
        line = buffer.AsMemory(start, length);
        start = end + skip;
        return true;
    }

    /// <summary>Reads more behind what is left, and says how much; the rest of a line is first moved to the front.</summary>
    private int Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            start = 0;
        }

        if (filled == buffer.Length) Grow();
        var read = stream.Read(buffer, filled, buffer.Length - filled);
        filled += read;
        ended = read == 0;
        return read;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        buffer.AsSpan(0, filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
