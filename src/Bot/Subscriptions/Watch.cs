using Bot.Chat;

namespace Bot.Subscriptions;

/// <summary>A stored question: whoever asked it is told once, in the same place, when a new briefing answers it.</summary>
/// <param name="Platform">In small letters, as in Asker.</param>
/// <param name="Person">As <see cref="State.PersonKeys"/> has it.</param>
/// <param name="Line">A look-up as a line: "/ask Who met Lavrov?".</param>
/// <param name="Created">From then on a briefing is new.</param>
/// <param name="Stopped">When it was stopped; null while it goes on.</param>
/// <param name="Told">When a briefing answered it; null before.</param>
/// <param name="Briefing">The id of that briefing; null before.</param>
internal sealed record Watch(
    string Id,
    string Platform,
    string Conversation,
    string Person,
    Scope Scope,
    string Line,
    DateTimeOffset Created,
    DateTimeOffset? Stopped = null,
    DateTimeOffset? Told = null,
    string? Briefing = null)
{
    /// <summary>What its id begins with, and no subscription's.</summary>
    public const string Prefix = "W-";

    public bool IsWaiting => Stopped is null && Told is null;
}
