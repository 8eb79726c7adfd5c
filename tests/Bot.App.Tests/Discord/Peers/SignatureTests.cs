using System.Text;
using Bot.Discord.Interactions;

namespace Bot.App.Tests.Discord.Peers;

/// <summary>Which requests are taken as Discord's: the same by its own library and by the bot.</summary>
public sealed class SignatureTests : NeedsPeers
{
    [Fact]
    public async Task What_was_signed_is_taken_and_nothing_else()
    {
        var vectors = await SignedRequest.VectorsAsync();
        var verdicts = await SignedRequest.VerdictsAsync(vectors);
        Assert.InRange(vectors.Count(vector => vector.IsGood), 4, vectors.Count - 10);
        Assert.Equal(vectors.Select(vector => (vector.Name, vector.IsGood)), vectors.Zip(verdicts, (vector, verdict) => (vector.Name, verdict)));
        Assert.Equal(
            vectors.Select(vector => (vector.Name, vector.IsGood)),
            vectors.Select(vector => (vector.Name, SignatureCheck.For(vector.Key)?.Holds(vector.Signature, vector.Timestamp, Encoding.UTF8.GetBytes(vector.Body)) ?? false)));
    }
}
