using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answers;
using Bot.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.App.Web;

/// <summary>The JSON of the API: answers as the core writes them for scripts, the rest in the same manner.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ApiError))]
[JsonSerializable(typeof(ShownReply))]
[JsonSerializable(typeof(SentLine))]
[JsonSerializable(typeof(DigestsNow))]
[JsonSerializable(typeof(IReadOnlyList<Completion>))]
[JsonSerializable(typeof(IndexingNow))]
[JsonSerializable(typeof(IReadOnlyList<PlatformNow>))]
[JsonSerializable(typeof(Alive))]
[JsonSerializable(typeof(Readiness))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    public const string MediaType = "application/json; charset=utf-8";

    /// <summary>Letters of every script as they are: this is never put into a page as markup.</summary>
    public static ApiJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static void Add(IServiceCollection services) => services.ConfigureHttpJsonOptions(json =>
    {
        json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.SerializerOptions.TypeInfoResolverChain.Clear();
        json.SerializerOptions.TypeInfoResolverChain.Add(Default);
        json.SerializerOptions.TypeInfoResolverChain.Add(AnswerJson.Types);
    });
}
