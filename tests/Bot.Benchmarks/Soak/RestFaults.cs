using System.Collections.Concurrent;
using Bot.App.Tests.Fakes;
using Bot.Benchmarks.Corpora;

namespace Bot.Benchmarks.Soak;

/// <summary>What goes wrong with the answers to one command.</summary>
/// <param name="Name">Empty where nothing does.</param>
/// <param name="Requests">With the first request that answers it, the second, ...</param>
/// <param name="IsFinal">No answer to it can come through.</param>
/// <param name="IsTwice">The event is sent twice.</param>
internal sealed record FaultPlan(string Name, IReadOnlyList<FakeFault> Requests, bool IsFinal = false, bool IsTwice = false);

/// <summary>What goes wrong with requests: of what answers a command as was drawn for it, of others by chance. Thread-safe once the run goes on.</summary>
internal sealed class RestFaults
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3), Limit = TimeSpan.FromSeconds(0.3), LongLimit = TimeSpan.FromSeconds(0.7);

    private static readonly FakeFault TooLate = new(404, """{"message":"Unknown interaction","code":10062}""", Delay: Slow);

    private static readonly FaultPlan[] Plans =
    [
        .. Enumerable.Repeat(new FaultPlan("", []), 12),
        new("429", [FakeFault.Limit(Limit, isGlobal: false)]),
        new("429 global", [FakeFault.Limit(LongLimit, isGlobal: true)]),
        new("500", [new(500)]),
        new("502 twice", [new(502, "<html>"), new(502, "<html>")]),
        new("503 three times", [new(503), new(503), new(503)], IsFinal: true),
        new("502 after it was taken in", [new(502, IsTakenIn: true)]),
        new("answer 3 s late", [new(Delay: Slow)]),
        new("10062 after 3 s", [TooLate], IsFinal: true),
        new("event twice", [], IsTwice: true),
    ];

    private readonly Deck<FaultPlan> plans;
    private readonly Deck<FakeFault?> others;
    private readonly FaultCount count;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeFault>> waiting = new(StringComparer.Ordinal);
    private readonly Lock turn = new();

    public RestFaults(Draws draws, FaultCount count)
    {
        this.count = count;
        plans = new Deck<FaultPlan>(Plans, draws);
        others = new Deck<FakeFault?>([null, null, null, new(503), FakeFault.Limit(LongLimit, isGlobal: true), new(Delay: Slow)], draws);
    }

    /// <summary>Draws what goes wrong with the answers to a command, before it is given.</summary>
    /// <param name="id">Of the interaction, or of the message.</param>
    public FaultPlan Plan(string id)
    {
        var plan = plans.Draw();
        if (plan.Name.Length > 0) count.Add(plan.Name);
        waiting[id] = new ConcurrentQueue<FakeFault>(plan.Requests);
        return plan;
    }

    /// <summary>How many requests that answer a command were told that they failed, so that another may follow.</summary>
    public static int Refusals(FaultPlan plan) => plan.Requests.Count(fault => fault.Status is not null);

    public FakeFault? Choose(FakeRequest request)
    {
        if (CommandOf(request) is { } id) return waiting.TryGetValue(id, out var faults) && faults.TryDequeue(out var fault) ? fault : null;
        FakeFault? drawn;
        lock (turn) drawn = others.Draw();
        if (drawn is not null) count.Add("other requests");
        return drawn;
    }

    /// <summary>The interaction or the message that a request answers; null for other requests.</summary>
    public static string? CommandOf(FakeRequest request)
    {
        var path = request.Path.Split('/');
        var interactions = Array.IndexOf(path, "interactions");
        if (interactions >= 0) return path[interactions + 1];
        var webhooks = Array.IndexOf(path, "webhooks");
        if (webhooks >= 0) return FakeInteractions.IdOf(path[webhooks + 2]);
        return path is [.., "channels", _, "messages"] ? (string?)request.Body?["message_reference"]?["message_id"] : null;
    }
}
