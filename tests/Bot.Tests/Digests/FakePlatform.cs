using System.Collections.Concurrent;
using Bot.Chat;

namespace Bot.Tests.Digests;

/// <summary>
/// A channel as Discord keeps it: a nonce that was used within the last minutes gives back the message that is there; later only a look at the newest messages tells.
/// </summary>
internal sealed class FakePlatform(TimeProvider time) : IChatPlatform
{
    private static readonly TimeSpan NonceKept = TimeSpan.FromMinutes(3);

    private readonly ConcurrentQueue<(string Conversation, string Key, DateTimeOffset At, Reply Reply)> posts = new();

    public string Name => "Discord";

    public PlatformState State => IsAway ? new PlatformState(false, "Discord cannot be reached.") : PlatformState.Connected;

    public bool IsAway { get; set; }

    /// <summary>What is answered in place of taking the next post; null: it is taken.</summary>
    public Func<string, PostResult?> Refusing { get; set; } = _ => null;

    public IReadOnlyList<(string Conversation, string Key, DateTimeOffset At, Reply Reply)> Posts => [.. posts];

    public Task<PostResult> PostAsync(string conversation, Reply reply, string key, bool mayStandAlready, CancellationToken stop)
    {
        if (Refusing(conversation) is { } refused) return Task.FromResult(refused);
        var there = posts.Where(post => post.Conversation == conversation && post.Key == key);
        var isThere = mayStandAlready ? there.Any() : there.Any(post => time.GetUtcNow() - post.At < NonceKept);
        if (!isThere) posts.Enqueue((conversation, key, time.GetUtcNow(), reply));
        return Task.FromResult(new PostResult($"m-{key}", null, MayBeTriedAgain: false));
    }
}
