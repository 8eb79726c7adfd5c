namespace Bot.Chat;

/// <summary>A platform that people ask on: Discord, Slack. It turns their events into lines and our replies into its messages.</summary>
public interface IChatPlatform
{
    /// <summary>As a reader knows it: "Discord".</summary>
    string Name { get; }

    PlatformState State { get; }

    /// <summary>Posts a reply that nobody asked for just now, such as a digest; each of the same key once.</summary>
    /// <param name="conversation">The platform's id of the channel or thread.</param>
    /// <param name="key">At most 25 letters, digits and hyphens that tell this message from every other; shown in its last line.</param>
    /// <param name="mayStandAlready">Whether a try before may have got through without the bot having heard of it: it is looked for first.</param>
    /// <returns>Whether it stands there; never an exception for what the platform answered.</returns>
    Task<PostResult> PostAsync(string conversation, Reply reply, string key, bool mayStandAlready, CancellationToken stop);
}

/// <summary>Whether a platform can be asked on just now.</summary>
/// <param name="Missing">What is missing, as a sentence that says what to do; null when it is connected.</param>
/// <param name="Note">What is to be known of it though nothing is missing, as a sentence; null for nothing.</param>
public sealed record PlatformState(bool IsConnected, string? Missing, string? Note = null)
{
    public static PlatformState Connected { get; } = new(true, null);
}

/// <summary>What became of a post.</summary>
/// <param name="MessageId">The platform's id of the message; null when it was not posted.</param>
/// <param name="Problem">Why not, as a sentence that says what to do; null when it was.</param>
/// <param name="MayBeTriedAgain">True when the platform was away, false when somebody must change something first.</param>
public sealed record PostResult(string? MessageId, string? Problem, bool MayBeTriedAgain);
