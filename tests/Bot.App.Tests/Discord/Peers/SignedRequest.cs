using System.Text.Json;
using Bot.App.Tests.Fakes;

namespace Bot.App.Tests.Discord.Peers;

/// <summary>A request to the interactions endpoint.</summary>
/// <param name="Key">The application's public key, as hexadecimal digits.</param>
/// <param name="Signature">Of the time and the body, as hexadecimal digits.</param>
/// <param name="Timestamp">Seconds since 1970.</param>
/// <param name="IsGood">Whether it is Discord's.</param>
internal sealed record SignedRequest(string Name, bool IsGood, string Key, string Signature, string Timestamp, string Body)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>Good ones, tampered ones and garbage, signed anew each time.</summary>
    public static async Task<IReadOnlyList<SignedRequest>> VectorsAsync() =>
        [.. (await Peer.RunAsync("signatures.mjs", [], "vectors")).Select(line => line.Deserialize<SignedRequest>(Names)!)];

    /// <summary>Whether Discord's own library takes them, in the same order.</summary>
    public static async Task<IReadOnlyList<bool>> VerdictsAsync(IEnumerable<SignedRequest> requests) =>
        [.. (await Peer.RunAsync("signatures.mjs", requests.Select(request => JsonSerializer.SerializeToNode(request, Names)!))).Select(line => (bool)line["ok"]!)];
}
