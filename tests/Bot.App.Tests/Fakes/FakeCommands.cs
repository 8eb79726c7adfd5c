using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.App.Tests.Fakes;

/// <summary>What people do, without the ids and surroundings that the fake gives it.</summary>
internal static class FakeCommands
{
    private const int Given = 2, Typed = 4, Text = 3, Number = 4, YesOrNo = 5;

    /// <summary>Gives a command with its options.</summary>
    public static JsonObject Command(string name, params ReadOnlySpan<(string Name, JsonNode Value)> options)
    {
        var given = new JsonArray();
        foreach (var (option, value) in options) given.Add(new JsonObject { ["name"] = option, ["type"] = TypeOf(value), ["value"] = value });
        return new JsonObject
        {
            ["type"] = Given,
            ["data"] = new JsonObject { ["id"] = "600000000000000001", ["name"] = name, ["type"] = 1, ["options"] = given },
        };
    }

    /// <summary>Gives a subcommand with its options.</summary>
    public static JsonObject Subcommand(string name, string subcommand, params ReadOnlySpan<(string Name, JsonNode Value)> options)
    {
        var command = Command(name, options);
        var given = command["data"]!["options"]!;
        command["data"]!["options"] = new JsonArray(new JsonObject { ["name"] = subcommand, ["type"] = 1, ["options"] = given.DeepClone() });
        return command;
    }

    /// <summary>Has typed so much of a command's option.</summary>
    public static JsonObject Typing(string name, string option, string text)
    {
        var command = Command(name, (option, text));
        command["type"] = Typed;
        command["data"]!["options"]![0]!["focused"] = true;
        return command;
    }

    /// <summary>Gives a command of a message's menu.</summary>
    /// <param name="message">What the message says.</param>
    public static JsonObject MessageCommand(string name, string message) => new()
    {
        ["type"] = Given,
        ["data"] = new JsonObject
        {
            ["id"] = "600000000000000002",
            ["name"] = name,
            ["type"] = 3,
            ["target_id"] = "700000000000000009",
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["700000000000000009"] = new JsonObject { ["id"] = "700000000000000009", ["content"] = message } } },
        },
    };

    private static int TypeOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => YesOrNo,
        JsonValueKind.Number => Number,
        _ => Text,
    };
}
