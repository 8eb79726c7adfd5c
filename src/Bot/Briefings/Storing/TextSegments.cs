using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using Bot.Text;
using Microsoft.Win32.SafeHandles;

namespace Bot.Briefings.Storing;

/// <summary>The files of texts, "000001.texts" and on: nothing but texts, one behind the other. Numbers are never used again.</summary>
internal sealed class TextSegments(string folder) : IDisposable
{
    private const int BufferSize = 1024 * 1024;
    private const string Ending = ".texts";

    private readonly ConcurrentDictionary<int, SafeFileHandle> handles = new();
    private readonly MemoryStream buffer = new();
    private SafeFileHandle? tail;
    private int appending;
    private long end;

    /// <summary>Goes on behind the last text, where it cuts off what a killed writer left, and deletes files that hold none.</summary>
    /// <param name="ends">The data files that hold texts, and where the last text in each ends.</param>
    public void StartAppending(IReadOnlyDictionary<int, long> ends)
    {
        foreach (var segment in Numbers())
            if (!ends.ContainsKey(segment))
                File.Delete(PathOf(segment));
        if (ends.Count == 0) StartNew();
        else Append(ends.Keys.Max(), ends[ends.Keys.Max()]);
    }

    public void StartNew() => Append(Numbers().DefaultIfEmpty().Max() + 1, 0);

    /// <summary>Appends the bytes, or begins the next file with them when this one is full.</summary>
    public (int Segment, long Offset) Append(ReadOnlySpan<byte> bytes, long segmentBytes)
    {
        if (end > 0 && end + bytes.Length > segmentBytes)
        {
            Flush(toDisk: true);
            Append(appending + 1, 0);
        }

        var place = (appending, end);
        buffer.Write(bytes);
        end += bytes.Length;
        if (buffer.Length >= BufferSize) Flush(toDisk: false);
        return place;
    }

    public void Flush(bool toDisk)
    {
        if (tail is null) throw new InvalidOperationException("Texts opened for reading take none.");
        if (buffer.Length > 0)
        {
            RandomAccess.Write(tail, buffer.GetBuffer().AsSpan(0, (int)buffer.Length), end - buffer.Length);
            buffer.SetLength(0);
            if (buffer.Capacity > 8 * BufferSize) buffer.Capacity = BufferSize;
        }

        if (toDisk) RandomAccess.FlushToDisk(tail);
    }

    /// <summary>A part of a text, in UTF-16 code units from its beginning; null when the file does not hold it.</summary>
    public string? Read(TextPlace place, TextSpan span)
    {
        if (Handle(place.Segment) is not { } handle) return null;
        try
        {
            var text = new char[span.Length];
            var bytes = MemoryMarshal.AsBytes(text.AsSpan());
            var offset = place.Offset + span.Start * (long)sizeof(char);
            return ReadFully(handle, bytes, offset) == bytes.Length ? new string(text) : null;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Bytes in a file; 0 when it is not there.</summary>
    public long LengthOf(int segment) => Handle(segment) is { } handle ? RandomAccess.GetLength(handle) : 0;

    public void Dispose()
    {
        foreach (var handle in handles.Values) handle.Dispose();
        tail?.Dispose();
        buffer.Dispose();
    }

    /// <summary>Reads until the span is full or the file ends; how many bytes.</summary>
    public static int ReadFully(SafeFileHandle file, Span<byte> into, long offset)
    {
        var read = 0;
        while (read < into.Length && RandomAccess.Read(file, into[read..], offset + read) is var some and > 0) read += some;
        return read;
    }

    private void Append(int segment, long from)
    {
        tail?.Dispose();
        tail = File.OpenHandle(PathOf(segment), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.GetLength(tail) > from) RandomAccess.SetLength(tail, from);
        appending = segment;
        end = from;
    }

    private SafeFileHandle? Handle(int segment)
    {
        if (handles.TryGetValue(segment, out var handle)) return handle;
        try
        {
            handle = File.OpenHandle(PathOf(segment), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        if (handles.TryAdd(segment, handle)) return handle;
        handle.Dispose();
        return handles[segment];
    }

    private string PathOf(int segment) => Path.Combine(folder, segment.ToString("D6", CultureInfo.InvariantCulture) + Ending);

    private IEnumerable<int> Numbers()
    {
        foreach (var file in Directory.GetFiles(folder, "*" + Ending))
            if (int.TryParse(Path.GetFileNameWithoutExtension(file.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var segment))
                yield return segment;
    }
}
