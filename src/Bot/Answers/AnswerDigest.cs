using System.Text.Json.Serialization;

namespace Bot.Answers;

/// <summary>What was new in a window: for /digest now, and what is posted.</summary>
/// <param name="From">What came after it.</param>
/// <param name="To">Up to then.</param>
/// <param name="Zone">IANA name of the time zone that both are told in.</param>
/// <param name="Topics">What it is about; empty for all that is new.</param>
/// <param name="Items">Best first.</param>
/// <param name="More">How many items there are beside them.</param>
/// <param name="People">Whom the new briefings name most.</param>
/// <param name="Upcoming">Days to come that they name, the nearest first.</param>
/// <param name="MoreLine">The command that shows the rest; null where none does.</param>
public sealed record AnswerDigest(
    DateTimeOffset From,
    DateTimeOffset To,
    string Zone,
    IReadOnlyList<string> Topics,
    IReadOnlyList<AnswerDigestItem> Items,
    int More,
    IReadOnlyList<string> People,
    IReadOnlyList<AnswerUpcoming> Upcoming,
    string? MoreLine);

/// <summary>One story: a line of <c>Passages[Passage]</c>.</summary>
/// <param name="Kind">"new"; "changed", where the line stands there now; or "takenOut", where the line is the beginning of what was corrected.</param>
/// <param name="Before">What stood there before a correction, word for word; null where something was only added, and for what is new.</param>
/// <param name="Others">The same story in other briefings.</param>
public sealed record AnswerDigestItem(int Passage, string Kind, string? Before, IReadOnlyList<AnswerOther> Others);

/// <summary>Another briefing with the same story.</summary>
/// <param name="Citation">What <c>/source</c> takes.</param>
public sealed record AnswerOther(string Citation, string Briefing, string Title, string? Source);

/// <summary>A day to come that <c>Passages[Passage]</c> names.</summary>
public sealed record AnswerUpcoming(int Passage, DateOnly Day);

/// <summary>A subscription as /digest list shows it.</summary>
/// <param name="When">Time of day, zone and days, as a line.</param>
/// <param name="Next">When the next digest is due; null for one that was stopped.</param>
/// <param name="Last">What became of the newest one, as a sentence; null before the first.</param>
/// <param name="HasDigest">Whether there is one that /digest show shows.</param>
public sealed record SubscriptionView(
    string Id, IReadOnlyList<string> Topics, string When, string Zone, bool IsStopped, DateTimeOffset? Next, DateTimeOffset? LastDue, string? Last, bool HasDigest)
{
    /// <summary>Which conversation has it: "discord 1122334455667788990", "the page"; null where only those of the conversation itself are shown.</summary>
    public string? Place { get; init; }
}

/// <summary>How a digest ended that was due.</summary>
public enum DigestOutcome
{
    [JsonStringEnumMemberName("posted")] Posted,

    /// <summary>It was said that nothing was new, or nothing was said, as was chosen.</summary>
    [JsonStringEnumMemberName("nothingNew")] NothingNew,

    /// <summary>The bot was away, or it was stopped.</summary>
    [JsonStringEnumMemberName("leftOut")] LeftOut,

    /// <summary>Somebody has to change something first, and this one is not tried again.</summary>
    [JsonStringEnumMemberName("failed")] Failed,

    [JsonStringEnumMemberName("beingPosted")] BeingPosted,
}

/// <summary>A digest that was due, as /digest sent shows it.</summary>
/// <param name="Subscription">The subscription's id.</param>
/// <param name="Zone">IANA name of the time zone that Due is told in.</param>
/// <param name="Stories">How many it told of; null before that is noted.</param>
/// <param name="Problem">Why it failed, or why the last try did; null for none.</param>
/// <param name="ShowLine">The command that shows it again; null where there is nothing to show.</param>
/// <param name="Place">As of its subscription.</param>
public sealed record SentDigest(
    string Subscription,
    DateTimeOffset Due,
    string Zone,
    IReadOnlyList<string> Topics,
    DigestOutcome Outcome,
    int? Stories,
    string? Problem,
    string? ShowLine,
    string? Place);
