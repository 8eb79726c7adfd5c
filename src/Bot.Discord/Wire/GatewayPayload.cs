using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>What comes over the gateway.</summary>
/// <param name="Op"><see cref="OpCode"/>.</param>
/// <param name="D">Its data; what it is depends on the operation and the event.</param>
/// <param name="S">Number of the event, to resume behind it; null for what is no event.</param>
/// <param name="T">The event's name.</param>
internal sealed record GatewayPayload(int Op, JsonElement D = default, long? S = null, string? T = null);

internal sealed record Hello(int HeartbeatInterval);

internal sealed record Ready(string SessionId, string ResumeGatewayUrl, ReadyApplication Application, DiscordUser User);

internal sealed record ReadyApplication(string Id);

/// <summary>What is sent over the gateway. A heartbeat before the first event carries no number, and says so: its data is null, not left out.</summary>
/// <param name="Op"><see cref="OpCode"/>.</param>
internal sealed record Outgoing<T>(int Op, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] T D);

/// <param name="Intents">Which events are sent beside interactions, which always are.</param>
internal sealed record Identify(string Token, IdentifyProperties Properties, int Intents);

internal sealed record IdentifyProperties(string Os, string Browser, string Device);

internal sealed record Resume(string Token, string SessionId, long Seq);

/// <summary>What <c>GET /gateway/bot</c> answers.</summary>
internal sealed record GatewayInfo(string Url, SessionStartLimit SessionStartLimit);

/// <param name="ResetAfter">Milliseconds.</param>
internal sealed record SessionStartLimit(int Total, int Remaining, int ResetAfter, int MaxConcurrency);

/// <summary>The body of an error.</summary>
/// <param name="Errors">What is wrong where: members as in the body that was sent, with a list <c>_errors</c> at the place.</param>
internal sealed record ErrorBody(int? Code = null, string? Message = null, double? RetryAfter = null, bool? Global = null, JsonElement Errors = default)
{
    /// <summary>"data.embeds.0.description BASE_TYPE_MAX_LENGTH": the places and Discord's codes, never what was sent.</summary>
    public IEnumerable<string> Places => Find(Errors, "");

    private static IEnumerable<string> Find(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object) yield break;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Name == "_errors" && member.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var error in member.Value.EnumerateArray())
                {
                    yield return $"{path} {(error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var code) ? code.ToString() : "")}".Trim();
                }
            }
            else
            {
                foreach (var place in Find(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")) yield return place;
            }
        }
    }
}
