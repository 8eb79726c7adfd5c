using System.Security.Cryptography;
using System.Text;
using Bot.Briefings;

namespace Bot.Discord;

/// <summary>Who found which answer of use, for a year: the last word of each on each question. Neither name nor question is kept, only what tells them from others.</summary>
internal sealed class Feedback(PlatformNotes notes)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(365);

    /// <exception cref="Bot.Briefings.Storing.StateException">It cannot be kept for now.</exception>
    public void Keep(string person, string line, bool hasHelped) => notes.Write(NameOf(person, line), hasHelped ? "helped" : "misled", Retention);

    /// <summary>Null where they said nothing.</summary>
    public bool? Find(string person, string line) => notes.Read(NameOf(person, line)) is { } verdict ? verdict == "helped" : null;

    private static string NameOf(string person, string line) => $"discord.feedback.{Hash(person)}.{Hash(line)}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
