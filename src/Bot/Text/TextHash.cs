using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Bot.Text;

/// <summary>
/// SHA-256 (FIPS 180-4) of an original text's UTF-16 code units, little-endian, in 64 lower-case hex digits: the name
/// under which that text is stored, and the proof that a span still means the same words.
/// </summary>
public readonly record struct TextHash(string Hex)
{
    public static TextHash Of(ReadOnlySpan<char> text) =>
        new(Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(text))));

    /// <summary>The first eight bytes of the same hash, for a part of a text: enough to see that its words have changed.</summary>
    public static ulong Checksum(ReadOnlySpan<char> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text), hash);
        return BitConverter.ToUInt64(hash);
    }

    /// <summary>The first eight digits: what stands in a citation id.</summary>
    public string Short => Hex[..8];

    public override string ToString() => Hex;
}
