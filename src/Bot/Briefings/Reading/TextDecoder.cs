using System.Buffers;
using System.Text;

namespace Bot.Briefings.Reading;

/// <summary>
/// Tells a file's encoding and decodes it: by byte order mark, else strict UTF-8, else Windows-1252 (or what the caller read
/// in the file itself, such as a page's charset). UTF-16 without a mark is told by where its zero bytes stand.
/// </summary>
internal static class TextDecoder
{
    private const int Sample = 4096;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> NeverInText = SearchValues.Create("\0\u0001\u0002\u0003\u0004\u0005\u0006\u000E\u000F\uFFFD\uFFFE");

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        // UTF-32 little-endian begins with the mark of UTF-16 little-endian, so it is asked first.
        ([0xFF, 0xFE, 0, 0], new UTF32Encoding(bigEndian: false, byteOrderMark: true)),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    static TextDecoder()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Windows1252 = Encoding.GetEncoding(1252);
    }

    public static Encoding Windows1252 { get; }

    /// <summary>The text without its byte order mark and with its line ends as they are; null when the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Encoding? otherwise = null)
    {
        if (Mark(bytes) is var (encoding, length)) return encoding.GetString(bytes[length..]);
        if (bytes.Contains((byte)0)) return DecodeUnmarkedUtf16(bytes);
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return (otherwise ?? Windows1252).GetString(bytes);
        }
    }

    /// <summary>The encoding that a byte order mark at the start names, and the mark's length; null when there is none.</summary>
    public static (Encoding Encoding, int Length)? Mark(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, encoding) in Marks)
            if (bytes.StartsWith(mark))
                return (encoding, mark.Length);
        return null;
    }

    /// <summary>In UTF-16 the high bytes of spaces, line ends and all Latin letters are zero, and they all stand on one side.</summary>
    private static string? DecodeUnmarkedUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 != 0) return null;
        int even = 0, odd = 0;
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0) _ = i % 2 == 0 ? even++ : odd++;
        if (even > 0 && odd > 0 || (even + odd) * 20 < sample.Length) return null;
        var text = (odd > 0 ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(bytes);
        return text.AsSpan().ContainsAny(NeverInText) ? null : text;
    }
}
