using System.Text.Json.Serialization;

namespace Bot.Discord.Wire;

/// <summary>Discord's JSON: snake_case, nothing for what is not given. Unknown members are of a newer day and are passed over.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Interaction))]
[JsonSerializable(typeof(MessageBody))]
[JsonSerializable(typeof(DiscordMessage))]
[JsonSerializable(typeof(IReadOnlyList<DiscordMessage>))]
[JsonSerializable(typeof(MessageCallback))]
[JsonSerializable(typeof(AutocompleteCallback))]
[JsonSerializable(typeof(IReadOnlyList<CommandBody>))]
[JsonSerializable(typeof(GatewayPayload))]
[JsonSerializable(typeof(Hello))]
[JsonSerializable(typeof(Ready))]
[JsonSerializable(typeof(Outgoing<Identify>))]
[JsonSerializable(typeof(Outgoing<Resume>))]
[JsonSerializable(typeof(Outgoing<long?>))]
[JsonSerializable(typeof(GatewayInfo))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(IReadOnlyList<RegisteredCommand>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Gateway.SessionNote))]
[JsonSerializable(typeof(ApplicationBody))]
[JsonSerializable(typeof(IReadOnlyList<GuildBody>))]
internal sealed partial class DiscordJson : JsonSerializerContext;
