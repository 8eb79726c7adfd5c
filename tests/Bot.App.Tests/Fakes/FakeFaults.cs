using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.App.Tests.Fakes;

/// <summary>What goes wrong with one request.</summary>
/// <param name="Status">What it is answered with; null: with what it asked for, if it gets through.</param>
/// <param name="IsTakenIn">It has its effect all the same, and only the answer tells of a fault.</param>
/// <param name="Delay">By which the answer comes later.</param>
/// <param name="Until">The answer does not come before this is done; null: at once.</param>
/// <param name="IsDropped">It has its effect, and the line breaks in place of an answer.</param>
internal sealed record FakeFault(
    int? Status = null, string Body = "{}", bool IsTakenIn = false, TimeSpan Delay = default, Task? Until = null, bool IsDropped = false)
{
    /// <summary>A 429.</summary>
    public static FakeFault Limit(TimeSpan wait, bool isGlobal) => new(429, FakeLimits.Body(wait, isGlobal));

    /// <summary>Has the answer come later or with another status, as the fault asks.</summary>
    /// <returns>What the request is answered with where it does not get through.</returns>
    public (int Status, string Body)? Begin(HttpResponse answer)
    {
        if (Delay > TimeSpan.Zero) answer.OnStarting(() => Task.Delay(Delay, TimeProvider.System));
        if (Until is not null) answer.OnStarting(() => Until);
        if (IsDropped)
        {
            answer.OnStarting(() =>
            {
                answer.HttpContext.Abort();
                return Task.CompletedTask;
            });
        }
        if (Status is not { } status) return null;
        if (status == 429 && JsonNode.Parse(Body) is { } limit && limit["retry_after"] is { } seconds)
            FakeLimits.Refuse(answer, TimeSpan.FromSeconds((double)seconds), (bool?)limit["global"] == true);
        if (!IsTakenIn) return (status, Body);
        answer.OnStarting(() =>
        {
            answer.StatusCode = status;
            return Task.CompletedTask;
        });
        return null;
    }
}

/// <summary>Whether something goes wrong with a request. Thread-safe.</summary>
internal sealed class FakeFaults
{
    private readonly ConcurrentQueue<(string Path, FakeFault Fault)> queue = new();

    /// <summary>Asked about each request that no fault waits for; called from many threads.</summary>
    public Func<FakeRequest, FakeFault?>? Choose { get; set; }

    /// <summary>Goes wrong with the next request whose path has these words, after those that were added before.</summary>
    public void Add(string path, FakeFault fault) => queue.Enqueue((path, fault));

    public FakeFault? Of(FakeRequest request) =>
        queue.TryPeek(out var next) && request.Path.Contains(next.Path, StringComparison.Ordinal) && queue.TryDequeue(out next) ? next.Fault : Choose?.Invoke(request);
}
