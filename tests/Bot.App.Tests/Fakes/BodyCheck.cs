using System.Text.Json.Nodes;

namespace Bot.App.Tests.Fakes;

/// <summary>Something that the bot sent to Discord.</summary>
/// <param name="Kind">callback, edit, message, commands or gateway.</param>
/// <param name="To">Of a callback: the type of what it answers.</param>
internal sealed record SentBody(string Kind, JsonNode? Body, int? To = null);

/// <summary>The bot sent what Discord does not take.</summary>
internal sealed class RefusedBodyException(string message) : Exception(message);

/// <summary>
/// Whether Discord takes a body: by its published schemas, strictly, and its rules beside them (tests/peers/bodies.mjs). One process for all tests, which ends
/// with them. Thread-safe.
/// </summary>
internal sealed class BodyCheck
{
    private static readonly Lazy<Task<BodyCheck>> Started = new(StartAsync);

    private readonly Peer peer = Peer.Start("bodies.mjs");
    private readonly Lock turn = new();
    private Task last = Task.CompletedTask;

    private BodyCheck()
    {
    }

    /// <summary>Null where <see cref="Peer.Missing"/> says what it lacks.</summary>
    public static async Task<BodyCheck?> SharedAsync() => Peer.Missing is null ? await Started.Value : null;

    /// <summary>What is wrong with the body; null when nothing is.</summary>
    public Task<string?> ProblemOfAsync(SentBody sent)
    {
        lock (turn)
        {
            var asked = AskAsync(last, sent);
            last = asked;
            return asked;
        }
    }

    private async Task<string?> AskAsync(Task before, SentBody sent)
    {
        // One after another, for the answers come in the same order; what became of the one before is its asker's affair.
        await before.ContinueWith(_ => { }, TaskScheduler.Default);
        await peer.SendAsync(new JsonObject { ["kind"] = sent.Kind, ["body"] = sent.Body?.DeepClone(), ["to"] = sent.To });
        return (string?)(await peer.NextAsync())["why"];
    }

    private static async Task<BodyCheck> StartAsync()
    {
        var check = new BodyCheck();
        // It says when it has read the schemas, which takes longer than Discord may take to answer.
        await check.peer.NextAsync();
        return check;
    }
}
