using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Digests;

/// <summary>What a digest tells of, in its order: also what stands behind its button, and the other outlets of each story.</summary>
internal sealed record DigestContent(IReadOnlyList<DigestTold> Told)
{
    public string Write() => JsonSerializer.Serialize(this, DigestJson.Default.DigestContent);

    public static DigestContent? Read(string? json) => json is null ? null : JsonSerializer.Deserialize(json, DigestJson.Default.DigestContent);
}

/// <summary>A briefing that a digest tells of.</summary>
/// <param name="Text">The hash of its text, in hex.</param>
/// <param name="Line">The words told of it; empty for another outlet of a story.</param>
internal sealed record DigestTold(string Briefing, string Text, string Line);

[JsonSerializable(typeof(DigestContent))]
internal sealed partial class DigestJson : JsonSerializerContext;
