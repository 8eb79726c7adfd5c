using System.Text;
using System.Text.Json;

namespace Bot.Briefings.Reading;

/// <summary>One line of a .jsonl file, as given. A field of another kind than a string or number is passed over, except the text.</summary>
internal readonly record struct JsonRecord(
    string? Id, string? Title, string? Date, string? Source, string? Author, string? Language, string? Text)
{
    /// <exception cref="JsonException">The line is no JSON object, or its text is no string.</exception>
    /// <exception cref="InvalidOperationException">A string holds half a surrogate pair.</exception>
    public static JsonRecord Parse(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) throw new JsonException();
        var record = default(JsonRecord);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("text"u8)) record = record with { Text = TextOf(ref json) };
            else if (json.ValueTextEquals("id"u8)) record = record with { Id = Scalar(ref json) };
            else if (json.ValueTextEquals("title"u8)) record = record with { Title = Scalar(ref json) };
            else if (json.ValueTextEquals("date"u8)) record = record with { Date = Scalar(ref json) };
            else if (json.ValueTextEquals("source"u8)) record = record with { Source = Scalar(ref json) };
            else if (json.ValueTextEquals("author"u8)) record = record with { Author = Scalar(ref json) };
            else if (json.ValueTextEquals("language"u8)) record = record with { Language = Scalar(ref json) };
            else json.Skip();
        }

        // Reading on to the end finds what stands after the object.
        json.Read();
        return record;
    }

    private static string? TextOf(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Null)) throw new JsonException("has a \"text\" that is no string", "text", null, null);
        return json.GetString();
    }

    /// <summary>A string, or a number as it is written; null for an empty one or any other kind.</summary>
    private static string? Scalar(ref Utf8JsonReader json)
    {
        json.Read();
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                var value = json.GetString();
                return string.IsNullOrWhiteSpace(value) ? null : value;
            case JsonTokenType.Number:
                return Encoding.ASCII.GetString(json.ValueSpan);
            default:
                json.Skip();
                return null;
        }
    }
}
