using System.Security.Cryptography;
using System.Text;
using Bot.Briefings;

namespace Bot.Discord;

/// <summary>
/// Who found which answer of use, for a year: the last word of each on each question. Neither name nor question is kept, only a keyed hash of both (HMAC, RFC 2104) that
/// tells them from others; its key stays with the notes.
/// </summary>
internal sealed class Feedback(PlatformNotes notes)
{
    private const string KeyNote = "discord.feedback-key";

    private static readonly TimeSpan Retention = TimeSpan.FromDays(365);

    private readonly Lock turn = new();

    /// <exception cref="Bot.Briefings.Storing.StateException">It cannot be kept for now.</exception>
    public void Keep(string person, string line, bool hasHelped) => notes.Write(NameOf(person, line), hasHelped ? "helped" : "misled", Retention);

    /// <summary>Null where they said nothing.</summary>
    public bool? Find(string person, string line) => notes.Read(NameOf(person, line)) is { } verdict ? verdict == "helped" : null;

    private string NameOf(string person, string line) => "discord.feedback." + Convert.ToHexStringLower(HMACSHA256.HashData(Key(), Encoding.UTF8.GetBytes($"{person} {line}")));

    private byte[] Key()
    {
        lock (turn)
        {
            if (notes.Read(KeyNote) is { } known) return Convert.FromHexString(known);
            var key = RandomNumberGenerator.GetBytes(32);
            notes.Write(KeyNote, Convert.ToHexStringLower(key));
            return key;
        }
    }
}
