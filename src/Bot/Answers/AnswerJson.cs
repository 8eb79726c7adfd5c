using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Answers;

/// <summary>Answers as the JSON that scripts rely on: camelCase, absent values null, words in their own script.</summary>
public static class AnswerJson
{
    public static string Write(Answer answer) => JsonSerializer.Serialize(answer, AnswerJsonContext.Readable.Answer);

    /// <summary>How the fields are called and what they hold, for a description of the JSON.</summary>
    public static IJsonTypeInfoResolver Types => AnswerJsonContext.Default;

    public static string Write(AnnotatedText text) => JsonSerializer.Serialize(text, AnswerJsonContext.Readable.AnnotatedText);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(AnnotatedText))]
internal sealed partial class AnswerJsonContext : JsonSerializerContext
{
    /// <summary>Letters of every script as they are; only what JSON and terminals need escaped is. This is no HTML: a page escapes for itself.</summary>
    public static AnswerJsonContext Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
