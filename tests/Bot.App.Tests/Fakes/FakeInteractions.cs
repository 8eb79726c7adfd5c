using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Bot.App.Tests.Fakes;

/// <summary>What people do and how the bot answers, each once: the first answer, and what is put in its place. Thread-safe.</summary>
internal sealed class FakeInteractions(Func<string> newId)
{
    private const int Component = 3, Message = 4, Update = 7, Ephemeral = 64;

    private readonly ConcurrentDictionary<string, Begun> begun = new(StringComparer.Ordinal);

    public static string TokenOf(string id) => "interaction-token-" + id;

    public static string IdOf(string token) => token.Replace(TokenOf(""), "", StringComparison.Ordinal);

    /// <summary>Gives an interaction its ids and all that Discord tells of where it was begun.</summary>
    public string Prepare(JsonObject interaction)
    {
        var id = newId();
        var by = (string?)interaction["member"]?["user"]?["id"] ?? (string?)interaction["user"]?["id"] ?? FakeObjects.Asker;
        var channel = (string?)interaction["channel_id"] ?? FakeObjects.Channel;
        FakeObjects.Fill(interaction, FakeObjects.Interaction(id, channel, by, isPrivate: interaction["user"] is not null));
        if ((int)interaction["type"]! == Component) FakeObjects.Fill(interaction["data"]!.AsObject(), new JsonObject { ["component_type"] = 2, ["id"] = 1 });
        if (interaction["message"] is JsonObject pressed) FillAnswer(pressed, channel);
        foreach (var (key, message) in interaction["data"]?["resolved"]?["messages"]?.AsObject() ?? [])
            FakeObjects.Fill(message!.AsObject(), FakeObjects.Message(key, channel, FakeObjects.Asker));
        begun[id] = new Begun((int)interaction["type"]!, channel, newId());
        return id;
    }

    /// <summary>A command, typing, a press; null where nothing was begun.</summary>
    public int? TypeOf(string id) => begun.TryGetValue(id, out var interaction) ? interaction.Type : null;

    /// <summary>Completes with the first answer.</summary>
    public Task<JsonNode> CallbackOf(string id) => begun[id].First.Task;

    /// <summary>Completes with what was put in its place.</summary>
    public Task<JsonNode> EditOf(string id) => begun[id].Edit.Task;

    /// <summary>Whether there is an answer that is more than a word that it takes a moment.</summary>
    public bool IsAnswered(string id) => begun[id] is var interaction && interaction.First.Task.IsCompletedSuccessfully
        && ((int?)interaction.First.Task.Result["type"] is not (FakeDiscord.DeferredMessage or FakeDiscord.DeferredUpdate) || interaction.Edit.Task.IsCompletedSuccessfully);

    public void Acknowledge(string id) => begun[id].First.TrySetResult(new JsonObject());

    /// <summary>Its time is over: no answer is taken any more.</summary>
    public void Expire(string id) => begun[id].IsExpired = true;

    /// <summary>Whoever waits for the answer is told that there is none.</summary>
    public void Fail(string id, Exception problem)
    {
        if (!begun.TryGetValue(id, out var interaction)) return;
        interaction.First.TrySetException(problem);
        interaction.Edit.TrySetException(problem);
    }

    /// <summary>Takes in a first answer.</summary>
    /// <param name="isTold">Whether the answer's own message is wanted in return.</param>
    public (int Status, JsonNode? Body) Answer(string id, string token, JsonNode callback, bool isTold)
    {
        if (!begun.TryGetValue(id, out var interaction) || interaction.IsExpired || token != TokenOf(id)) return (404, Error(10062, "Unknown interaction"));
        if (!interaction.First.TrySetResult(callback)) return (400, Error(40060, "Interaction has already been acknowledged."));
        if (!isTold) return (204, null);
        var resource = new JsonObject { ["type"] = (int)callback["type"]! };
        if ((int)callback["type"]! is Message or Update) resource["message"] = MessageOf(interaction, id, callback["data"]);
        return (200, new JsonObject
        {
            ["interaction"] = new JsonObject
            {
                ["id"] = id,
                ["type"] = interaction.Type,
                ["response_message_id"] = interaction.MessageId,
                ["response_message_loading"] = false,
                ["response_message_ephemeral"] = ((int?)callback["data"]?["flags"] & Ephemeral) == Ephemeral,
            },
            ["resource"] = resource,
        });
    }

    /// <summary>Puts a message in place of the first answer.</summary>
    public (int Status, JsonNode Body) Edit(string token, JsonNode message)
    {
        var id = IdOf(token);
        if (!begun.TryGetValue(id, out var interaction) || !interaction.First.Task.IsCompleted) return (404, Error(10015, "Unknown Webhook"));
        if (interaction.IsExpired) return (404, Error(10062, "Unknown interaction"));
        interaction.Edit.TrySetResult(message);
        return (200, MessageOf(interaction, id, message));
    }

    public static JsonObject Error(int code, string message) => new() { ["message"] = message, ["code"] = code };

    public static JsonObject Invalid(string problem) => new()
    {
        ["message"] = "Invalid Form Body",
        ["code"] = 50035,
        ["errors"] = new JsonObject { ["_errors"] = new JsonArray(new JsonObject { ["code"] = "INVALID", ["message"] = problem }) },
    };

    private static JsonObject MessageOf(Begun interaction, string id, JsonNode? body)
    {
        var message = FakeObjects.Message(interaction.MessageId, interaction.Channel, FakeObjects.Bot, body);
        message["interaction_metadata"] = new JsonObject { ["id"] = id };
        FillAnswer(message, interaction.Channel);
        return message;
    }

    /// <summary>A message of the bot's that answers a command.</summary>
    private static void FillAnswer(JsonObject message, string channel)
    {
        FakeObjects.Fill(message, FakeObjects.Message((string?)message["id"] ?? "700000000000000001", channel, FakeObjects.Bot));
        message["application_id"] = FakeDiscord.Application;
        message["webhook_id"] = FakeDiscord.Application;
        message["type"] = 20;
        if (message["interaction_metadata"] is not JsonObject metadata) return;
        var by = (string?)metadata["user"]?["id"] ?? FakeObjects.Asker;
        FakeObjects.Fill(metadata, new JsonObject
        {
            ["id"] = "600000000000000009",
            ["type"] = 2,
            ["user"] = FakeObjects.User(by),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = FakeObjects.Guild },
        });
    }

    private sealed record Begun(int Type, string Channel, string MessageId)
    {
        public bool IsExpired { get; set; }

        public TaskCompletionSource<JsonNode> First { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource<JsonNode> Edit { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
