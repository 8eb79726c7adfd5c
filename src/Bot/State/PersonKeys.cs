using System.Security.Cryptography;
using System.Text;
using Bot.Chat;

namespace Bot.State;

/// <summary>
/// What stands for a person, and for what they asked, where it is kept: a keyed hash (HMAC, RFC 2104). It tells them from others, and without the key, which stays in the
/// state, nobody can try out whom or what it stands for. Thread-safe.
/// </summary>
/// <param name="state">Opened when it is first asked for.</param>
internal sealed class PersonKeys(Lazy<SharedState> state)
{
    private const string Name = "person-key";

    private const int KeyBytes = 32;

    /// <summary>Hexadecimal digits: enough for billions to be told apart.</summary>
    private const int Length = 32;

    private readonly Lazy<byte[]> key = new(() => Key(state.Value), LazyThreadSafetyMode.PublicationOnly);

    /// <exception cref="Briefings.Storing.StateException">The key cannot be read for now.</exception>
    public string Of(Asker asker) => Hash("person", $"{asker.Platform}\n{asker.Person}");

    /// <summary>The same for equal words, whoever asks them.</summary>
    /// <exception cref="Briefings.Storing.StateException">The key cannot be read for now.</exception>
    public string OfQuestion(string words) => Hash("question", words);

    private string Hash(string kind, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{kind}\n{text}")))[..Length];

    private static byte[] Key(SharedState state)
    {
        // Of several replicas that begin at once the first one's holds.
        if (Find(state) is { } known) return known;
        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));
        state.Write(session => session.Execute("INSERT INTO secret (name, value) VALUES (@name, @value) ON CONFLICT (name) DO NOTHING", ("@name", Name), ("@value", made)));
        return Find(state)!;
    }

    private static byte[]? Find(SharedState state) =>
        state.Read(session => session.One("SELECT value FROM secret WHERE name = @name", row => row.GetString(0), ("@name", Name))) is { } hex ? Convert.FromHexString(hex) : null;
}
