using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.App.Tests.Web;

/// <summary>As much of JSON Schema (2020-12) as the description of the API uses. A field that the schema does not name is a misfit.</summary>
internal sealed class Schemas(JsonNode description)
{
    public IEnumerable<string> Misfits(JsonNode? value, JsonNode schema, string at)
    {
        if (schema["$ref"] is { } reference) return Misfits(value, description["components"]!["schemas"]![((string)reference!).Split('/')[^1]]!, at);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray several)
        {
            return several.Any(one => !Misfits(value, one!, at).Any()) ? [] : [$"{at} fits none of {several.Count}: {value?.ToJsonString()}"];
        }
        if (schema["enum"] is JsonArray known) return known.Any(one => JsonNode.DeepEquals(one, value)) ? [] : [$"{at} is {value}, which is not listed"];
        return OfType(value, schema["type"], at).Concat(value switch
        {
            JsonObject fields => OfFields(fields, schema, at),
            JsonArray items => items.SelectMany((item, i) => Misfits(item, schema["items"] ?? throw new JsonException($"{at} has no items"), $"{at}[{i}]")),
            _ => [],
        });
    }

    private static IEnumerable<string> OfType(JsonNode? value, JsonNode? type, string at)
    {
        if (type is null) yield break; // the kinds of a block, which their fields and their discriminator tell apart
        string[] allowed = type is JsonArray several ? [.. several.Select(one => (string)one!)] : [(string)type!];
        var kind = value?.GetValueKind() switch
        {
            null => "null",
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => value.ToJsonString().All(char.IsAsciiDigit) && allowed.Contains("integer") ? "integer" : "number",
            _ => "boolean",
        };
        if (!allowed.Contains(kind)) yield return $"{at} is of kind {kind}, not {string.Join(" or ", allowed)}";
    }

    private IEnumerable<string> OfFields(JsonObject fields, JsonNode schema, string at)
    {
        var known = schema["properties"]?.AsObject() ?? [];
        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            if (!fields.ContainsKey((string)required!)) yield return $"{at}.{required} is missing";
        }
        foreach (var (name, value) in fields)
        {
            if (known[name] is not { } field) yield return $"{at}.{name} is not described";
            else foreach (var misfit in Misfits(value, field, $"{at}.{name}")) yield return misfit;
        }
    }
}
