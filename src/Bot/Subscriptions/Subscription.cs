using Bot.Chat;

namespace Bot.Subscriptions;

/// <summary>What is posted when nothing is new.</summary>
internal enum WhenEmpty
{
    /// <summary>That nothing is new.</summary>
    Say,
    Silent,
}

/// <summary>What becomes of digests whose time passed while the bot was away.</summary>
internal enum AfterDowntime
{
    /// <summary>One for all of them.</summary>
    Merged,

    /// <summary>Each of them, late.</summary>
    Late,

    /// <summary>None; what was new then is not told.</summary>
    Skipped,
}

/// <summary>A conversation's standing wish for digests.</summary>
/// <param name="Platform">In small letters, as in Asker.</param>
/// <param name="Topics">What it is about; empty for all that is new.</param>
/// <param name="Stopped">When it was stopped; null while it goes on.</param>
/// <param name="LastDue">The newest due time that was planned; null before the first.</param>
internal sealed record Subscription(
    string Id,
    string Platform,
    string Conversation,
    Scope Scope,
    IReadOnlyList<string> Topics,
    DigestTimes Times,
    WhenEmpty WhenEmpty,
    AfterDowntime AfterDowntime,
    DateTimeOffset Created,
    DateTimeOffset? Stopped = null,
    DateTimeOffset? LastDue = null)
{
    /// <summary>When the next digest is due, whatever the time is now.</summary>
    public DateTimeOffset? NextDue => Times.After(LastDue ?? Created);
}
