using System.Text.Json;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <param name="Status">An HTTP status: 200, 400 or 401.</param>
/// <param name="Body">JSON; empty where there is a problem.</param>
/// <param name="Problem">What is wrong with the request, as a sentence; null when nothing is.</param>
public sealed record EndpointAnswer(int Status, byte[] Body, string? Problem = null);

/// <summary>
/// The other way in: Discord posts each interaction, signed, and takes the first answer out of the response
/// (discord.com/developers/docs/interactions/overview). Keeps nothing between two requests but lines that do not fit into a button, so any number of
/// bots can stand behind one address; a button of such a line works where it was answered. Knows no web server: whoever listens hands over what came.
/// </summary>
public sealed partial class InteractionEndpoint
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/discord/interactions";

    /// <summary>The headers that a signature comes in.</summary>
    public const string SignatureHeader = "X-Signature-Ed25519", TimestampHeader = "X-Signature-Timestamp";

    /// <summary>Bytes. A press brings the message it is on, with all its embeds: at most 6,000 characters of text, each six bytes as JSON may escape it.</summary>
    public const int LargestBody = 128 << 10;

    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private readonly SignatureCheck signatures;
    private readonly InteractionResponder responder;
    private readonly TimeProvider time;
    private readonly ILogger<InteractionEndpoint> logger;
    private readonly Lock turn = new();
    private int turnedAway;
    private long? told;

    internal InteractionEndpoint(SignatureCheck signatures, InteractionResponder responder, TimeProvider time, ILogger<InteractionEndpoint> logger) =>
        (this.signatures, this.responder, this.time, this.logger) = (signatures, responder, time, logger);

    /// <summary>What a request is answered with whose body need not be read, since it is not signed at all; null for one to read on.</summary>
    public EndpointAnswer? Refusal(string? signature, string? timestamp) => SignatureCheck.MayHold(signature, timestamp) ? null : TurnAway();

    /// <summary>Answers within the three seconds that Discord gives; what takes longer is announced, and edited in when it is there.</summary>
    /// <param name="body">As it came, to the byte.</param>
    public async Task<EndpointAnswer> AnswerAsync(string? signature, string? timestamp, ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        if (!signatures.Holds(signature, timestamp, body.Span)) return TurnAway();
        return Read(body.Span) is { } interaction
            ? new EndpointAnswer(200, await responder.FirstAnswerAsync(interaction, stop))
            : new EndpointAnswer(400, [], "This is signed by Discord, but it is no interaction that the bot knows.");
    }

    /// <summary>Discord sends falsely signed ones now and then, and takes away an endpoint that answers them.</summary>
    private EndpointAnswer TurnAway()
    {
        lock (turn)
        {
            turnedAway++;
            if (told is not { } last || time.GetElapsedTime(last) >= BetweenLines)
            {
                LogTurnedAway(turnedAway);
                (turnedAway, told) = (0, time.GetTimestamp());
            }
        }
        return new EndpointAnswer(401, [], "This is not signed by Discord for the application whose key is in Discord:PublicKey.");
    }

    private static Interaction? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, DiscordJson.Default.Interaction) is { } interaction
                && (interaction.Type == InteractionType.Ping || interaction is { Id: not null, Token: not null }) ? interaction : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Turned away {Count} requests to the interactions endpoint that were not signed by Discord for this application; Discord itself sends some, to see that they are")]
    private partial void LogTurnedAway(int count);
}
