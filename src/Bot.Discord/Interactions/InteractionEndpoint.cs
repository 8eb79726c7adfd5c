using System.Text.Json;
using Bot.Discord.Wire;

namespace Bot.Discord.Interactions;

/// <param name="Status">An HTTP status: 200, 400 or 401.</param>
/// <param name="Body">JSON; empty where the status says all.</param>
public sealed record EndpointAnswer(int Status, byte[] Body);

/// <summary>
/// The other way in: Discord posts each interaction, signed, and takes the first answer out of the response
/// (discord.com/developers/docs/interactions/overview). Keeps nothing between two requests, so any number of bots can stand behind one address.
/// Knows no web server: whoever listens hands over what came.
/// </summary>
public sealed class InteractionEndpoint
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/discord/interactions";

    /// <summary>The headers that a signature comes in.</summary>
    public const string SignatureHeader = "X-Signature-Ed25519", TimestampHeader = "X-Signature-Timestamp";

    /// <summary>Bytes. A press brings the message it is on, with all its embeds.</summary>
    public const int LargestBody = 512 << 10;

    private readonly SignatureCheck signatures;
    private readonly InteractionResponder responder;

    internal InteractionEndpoint(SignatureCheck signatures, InteractionResponder responder) => (this.signatures, this.responder) = (signatures, responder);

    /// <summary>Answers within the three seconds that Discord gives; what takes longer is announced, and edited in when it is there.</summary>
    /// <param name="body">As it came, to the byte.</param>
    public async Task<EndpointAnswer> AnswerAsync(string? signature, string? timestamp, ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        // Discord sends false ones now and then, and takes away an endpoint that answers them.
        if (!signatures.Holds(signature, timestamp, body.Span)) return new EndpointAnswer(401, []);
        return Read(body.Span) is { } interaction ? new EndpointAnswer(200, await responder.FirstAnswerAsync(interaction, stop)) : new EndpointAnswer(400, []);
    }

    private static Interaction? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction) is { Id: not null, Token: not null } interaction ? interaction : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
