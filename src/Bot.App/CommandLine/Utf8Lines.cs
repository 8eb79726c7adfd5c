using System.Runtime.CompilerServices;

namespace Bot.App.CommandLine;

/// <summary>The lines of a stream as bytes, without their line feed and, before the first, without a byte order mark. A line may be of any length.</summary>
internal static class Utf8Lines
{
    public static async IAsyncEnumerable<byte[]> ReadAsync(Stream input, [EnumeratorCancellation] CancellationToken stop)
    {
        var buffer = new byte[64 * 1024];
        var (start, end, isFirst) = (0, 0, true);
        while (true)
        {
            if (end == buffer.Length) Room(ref buffer, ref start, ref end);
            // A read of standard input cannot be told to stop: whoever stops leaves it behind.
            var room = buffer.AsMemory(end);
            var read = await Task.Run(() => input.ReadAsync(room, CancellationToken.None).AsTask(), CancellationToken.None).WaitAsync(stop);
            if (read == 0) break;
            // Only what is new is looked through, so that a very long line costs no more than its length.
            var (from, until) = (end, end + read);
            end = until;
            while (from < until && Array.IndexOf(buffer, (byte)'\n', from, until - from) is var feed and >= 0)
            {
                yield return Line(buffer.AsSpan(start, feed - start), ref isFirst);
                start = from = feed + 1;
            }
        }
        if (end > start) yield return Line(buffer.AsSpan(start, end - start), ref isFirst);
    }

    private static void Room(ref byte[] buffer, ref int start, ref int end)
    {
        var kept = buffer.AsSpan(start, end - start);
        var target = kept.Length > buffer.Length / 2 ? new byte[buffer.Length * 2] : new byte[buffer.Length];
        kept.CopyTo(target);
        (buffer, end, start) = (target, kept.Length, 0);
    }

    private static byte[] Line(ReadOnlySpan<byte> line, ref bool isFirst)
    {
        if (isFirst && line.StartsWith("\uFEFF"u8)) line = line[3..];
        isFirst = false;
        return line.ToArray();
    }
}
