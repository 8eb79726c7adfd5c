using System.Text.Json;
using System.Text.Unicode;

namespace Bot.App.CommandLine;

/// <summary>A line is not what it must be. The message goes on after "Line 3".</summary>
internal sealed class BadRequestException(string message) : Exception(message);

/// <summary>One line of JSON from a script.</summary>
internal sealed class JsonRequest
{
    private readonly Dictionary<string, JsonElement> _fields = [];

    private JsonRequest(JsonElement fields)
    {
        // A name given twice: the last counts, as in most readers.
        foreach (var field in fields.EnumerateObject()) _fields[field.Name] = field.Value;
    }

    /// <summary>A number is taken as it is written; null where there is none.</summary>
    public string? Id => _fields.TryGetValue("id", out var id) ? id.ValueKind switch
    {
        JsonValueKind.String => id.GetString(),
        JsonValueKind.Number => id.GetRawText(),
        _ => null,
    }
    : null;

    /// <exception cref="BadRequestException">It is no JSON object.</exception>
    public static JsonRequest Read(byte[] line)
    {
        if (line.AsSpan().Trim(" \t\r"u8).IsEmpty) throw new BadRequestException("is no JSON object: it is empty");
        if (!Utf8.IsValid(line)) throw new BadRequestException("is no JSON object: it is not UTF-8");
        LoneSurrogates.Mend(line);
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new BadRequestException($"is no JSON object: it is {NameOf(json.RootElement.ValueKind)}");
            }
            return new JsonRequest(json.RootElement.Clone());
        }
        catch (JsonException e)
        {
            throw new BadRequestException($"is no JSON object: there is something wrong at byte {e.BytePositionInLine + 1}");
        }
    }

    private static string NameOf(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a truth value",
    };

    /// <exception cref="BadRequestException">It is not there, or no string.</exception>
    public string Required(string name) => Optional(name) ?? throw new BadRequestException($"has no \"{name}\"");

    /// <exception cref="BadRequestException">It is there and no string.</exception>
    public string? Optional(string name) => !_fields.TryGetValue(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => throw new BadRequestException($"has a \"{name}\" that is no string"),
    };
}
