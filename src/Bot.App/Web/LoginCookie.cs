using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.App.Web;

/// <summary>A cookie's value: until when it holds (Unix seconds) and an HMAC-SHA256 of that, with a key that lives as long as the process.</summary>
internal sealed class LoginCookie(TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Issue()
    {
        var until = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{until}.{Sign(until)}";
    }

    public bool IsValid(string? cookie)
    {
        if (cookie?.Split('.') is not [var until, var signature]) return false;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(until)))) return false;
        return long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && time.GetUtcNow().ToUnixTimeSeconds() < seconds;
    }

    private string Sign(string until) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(until)));
}
