using System.Security.Cryptography;
using Bot.Briefings.Reading;

namespace Bot.Briefings;

/// <summary>A file opened to be read. Its faults come back as words: one bad file never stops the others.</summary>
internal sealed class BriefingFile : IDisposable
{
    private readonly Stream stream;

    private BriefingFile(Stream stream, string content)
    {
        this.stream = stream;
        Content = content;
    }

    /// <summary>SHA-256 of its bytes, in hex.</summary>
    public string Content { get; }

    /// <summary>How far into it the reading is, in bytes.</summary>
    public long Position => stream.CanSeek ? stream.Position : 0;

    /// <summary>Why it could not be read to its end; null while it could.</summary>
    public string? Fault { get; private set; }

    /// <summary>Opens and hashes a file; null with the reason when it cannot be read, without one when it is no longer there.</summary>
    public static BriefingFile? Open(string path, Func<string, Stream> open, out string? fault)
    {
        fault = null;
        Stream? stream = null;
        try
        {
            stream = open(path);
            var content = Convert.ToHexStringLower(SHA256.HashData(stream));
            stream.Position = 0;
            return new BriefingFile(stream, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stream?.Dispose();
            if (e is not (FileNotFoundException or DirectoryNotFoundException)) fault = Faults.Of(e);
            return null;
        }
    }

    /// <summary>Its briefings and warnings, until its end or a fault.</summary>
    public IEnumerable<ReadItem> Read(string path)
    {
        using var items = Items(path).GetEnumerator();
        while (Next(items) is { } item) yield return item;
    }

    public void Dispose() => stream.Dispose();

    /// <summary>Readers of whole files read at once: put off until the first item is asked for, their faults are caught like all others.</summary>
    private IEnumerable<ReadItem> Items(string path)
    {
        foreach (var item in BriefingReaders.For(path)!.Read(path, stream)) yield return item;
    }

    private ReadItem? Next(IEnumerator<ReadItem> items)
    {
        try
        {
            return items.MoveNext() ? items.Current : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fault = Faults.Of(e);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException) // whatever a file makes a parser stumble over, the others are read
        {
            Fault = $"its reader failed ({e.GetType().Name})";
            return null;
        }
    }
}
