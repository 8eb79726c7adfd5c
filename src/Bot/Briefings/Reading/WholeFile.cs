namespace Bot.Briefings.Reading;

/// <summary>The bytes of a format that is read as a whole, and what is said when they are no briefing.</summary>
internal static class WholeFile
{
    public const string Empty = "is empty";
    public const string Binary = "is not text: it holds zero bytes";
    public const string TooLarge = "is too large to be one briefing: at most 512 MB; split it, or make it a .jsonl of many records";

    /// <summary>Decoded, a larger one would not fit into one string.</summary>
    private const long Largest = 512L * 1024 * 1024;

    public static byte[]? Read(Stream content)
    {
        if (content.Length > Largest) return null;
        var bytes = new byte[content.Length];
        // A file that is cut off while it is read is as long as what was read of it.
        var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }
}
