using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Bot.App.Tests.Fakes;

/// <summary>What is said in channels, by people and by the bot, which is told of all. Thread-safe.</summary>
internal sealed class FakeChannels(FakeGateway gateway, Func<string> newId)
{
    private readonly ConcurrentDictionary<(string Channel, string Nonce), JsonObject> byNonce = new();
    private readonly ConcurrentQueue<JsonObject> messages = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> said = new(StringComparer.Ordinal);

    /// <summary>Somebody says something.</summary>
    /// <param name="mentions">Users; the text has them as &lt;@id&gt;.</param>
    /// <returns>The message's id.</returns>
    public async Task<string> SayAsync(string text, string channel, IEnumerable<string> mentions)
    {
        var message = Said(text, channel, mentions);
        await TellAsync(message, FakeObjects.Asker);
        return (string)message["id"]!;
    }

    /// <summary>A message that somebody is about to write.</summary>
    public JsonObject Said(string text, string channel, IEnumerable<string> mentions)
    {
        var message = FakeObjects.Message(newId(), channel, FakeObjects.Asker);
        message["content"] = text;
        message["mentions"] = new JsonArray([.. mentions.Select(FakeObjects.User)]);
        return message;
    }

    /// <summary>A message is written; everybody in the channel sees it, the bot among them.</summary>
    public Task TellAsync(JsonObject message, string author)
    {
        said[(string)message["id"]!] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        messages.Enqueue(message);
        var seen = message.DeepClone();
        seen["guild_id"] = FakeObjects.Guild;
        seen["member"] = FakeObjects.Member(author, withUser: false);
        return gateway.SendEventAsync("MESSAGE_CREATE", seen);
    }

    /// <summary>Completes with what the bot posts as an answer to a message.</summary>
    public Task<JsonNode> AnswerTo(string message) => said[message].Task;

    /// <summary>The newest first.</summary>
    public JsonArray Newest(string channel, int limit) =>
        new([.. messages.Where(message => (string?)message["channel_id"] == channel).Reverse().Take(limit).Select(message => message.DeepClone())]);

    /// <summary>Minutes pass, and no nonce is remembered any more.</summary>
    public void ForgetNonces() => byNonce.Clear();

    /// <summary>Whoever waits for what was to be posted is told that it is not.</summary>
    public void Fail(JsonNode? body, Exception problem)
    {
        if (AnsweredBy(body) is { } message && said.TryGetValue(message, out var answer)) answer.TrySetException(problem);
    }

    /// <summary>Posts a message of the bot's; one whose nonce must be unique once.</summary>
    public async Task<(int Status, JsonNode Body)> PostAsync(string channel, JsonNode body)
    {
        var answered = AnsweredBy(body);
        if (answered is not null && !said.ContainsKey(answered) && (bool?)body["message_reference"]!["fail_if_not_exists"] != false)
            return (400, FakeInteractions.Error(50035, "Invalid Form Body: message_reference: Unknown message"));
        var message = FakeObjects.Message(newId(), channel, FakeObjects.Bot, body);
        var isUnique = (bool?)body["enforce_nonce"] == true && body["nonce"] is not null;
        var there = isUnique ? byNonce.GetOrAdd((channel, $"{body["nonce"]}"), message) : message;
        if (answered is not null && said.TryGetValue(answered, out var answer)) answer.TrySetResult(body);
        if (there == message) await TellAsync(message, FakeObjects.Bot);
        return (200, there);
    }

    private static string? AnsweredBy(JsonNode? body) => (string?)body?["message_reference"]?["message_id"];
}
