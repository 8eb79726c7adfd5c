using System.Text;
using NSec.Cryptography;

namespace Bot.Discord.Interactions;

/// <summary>
/// Whether a request to the endpoint comes from Discord: Ed25519 (RFC 8032) over the time stamp and the body as it came
/// (discord.com/developers/docs/interactions/overview, Validating Security Request Headers). No clock is asked: one that is off would turn away what is
/// right.
/// </summary>
internal sealed class SignatureCheck
{
    private const int LongestTimestamp = 64, SignatureLength = 64;

    private readonly PublicKey key;

    private SignatureCheck(PublicKey key) => this.key = key;

    /// <param name="publicKey">64 hex digits, from the developer portal.</param>
    /// <returns>Null for what is no such key.</returns>
    public static SignatureCheck? For(string publicKey) =>
        Bytes(publicKey) is { } bytes && PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key)
            ? new SignatureCheck(key!)
            : null;

    /// <param name="signature">Header X-Signature-Ed25519: 128 hex digits.</param>
    /// <param name="timestamp">Header X-Signature-Timestamp.</param>
    public bool Holds(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (timestamp is not { Length: > 0 and <= LongestTimestamp } || SignatureIn(signature) is not { } bytes) return false;
        var head = Encoding.UTF8.GetByteCount(timestamp);
        var signed = new byte[head + body.Length];
        Encoding.UTF8.GetBytes(timestamp, signed);
        body.CopyTo(signed.AsSpan(head));
        return SignatureAlgorithm.Ed25519.Verify(key, signed, bytes);
    }

    /// <summary>Whether two headers are such that a signature can hold: what is no signature at all need not be read on.</summary>
    public static bool MayHold(string? signature, string? timestamp) => timestamp is { Length: > 0 and <= LongestTimestamp } && SignatureIn(signature) is not null;

    private static byte[]? SignatureIn(string? signature) => signature is { Length: 2 * SignatureLength } ? Bytes(signature) : null;

    private static byte[]? Bytes(string? hex)
    {
        if (hex is null || hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit)) return null;
        return Convert.FromHexString(hex);
    }
}
