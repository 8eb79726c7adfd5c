namespace Bot.Answers;

/// <summary>A watch as /watch list shows it.</summary>
/// <param name="Question">What is watched for, as it was asked.</param>
/// <param name="Became">"waits", "answered on ...", "stopped".</param>
/// <param name="HasAnswer">Whether /watch show shows what it found.</param>
/// <param name="Place">Where it tells, for those who see the watches of several places; null for the others.</param>
public sealed record WatchView(string Id, string Question, DateTimeOffset Created, bool IsWaiting, string Became, bool HasAnswer, string? Place);

/// <summary>For /since: what came since somebody last asked the same.</summary>
/// <param name="Asked">When that was.</param>
/// <param name="Items">Of Answer.Passages, why each is there.</param>
/// <param name="Withdrawn">What they were shown then, and is there no more.</param>
public sealed record AnswerSince(DateTimeOffset Asked, IReadOnlyList<AnswerSinceItem> Items, IReadOnlyList<AnswerWithdrawn> Withdrawn);

/// <param name="Kind">"new", or "changed" for a briefing that was there and was corrected.</param>
/// <param name="Before">What stood there before the correction, word for word; null where something was only added, and for what is new.</param>
public sealed record AnswerSinceItem(int Passage, string Kind, string? Before);

/// <param name="Citation">As it was shown then.</param>
/// <param name="IsGone">The whole briefing is gone; else it was corrected.</param>
public sealed record AnswerWithdrawn(string Citation, string Briefing, bool IsGone);

/// <summary>For /briefings gaps: what was asked and not found, and what answers were of no use; most often first.</summary>
/// <param name="HasWords">False where the bot keeps no questions as text: then none has words.</param>
public sealed record AnswerGaps(bool HasWords, IReadOnlyList<AnswerGap> Missed, IReadOnlyList<AnswerVerdict> Verdicts);

/// <summary>Questions of one meaning that were not found.</summary>
/// <param name="Words">One of the ways it was asked; null where none is kept.</param>
/// <param name="People">By how many it was asked.</param>
public sealed record AnswerGap(string Command, string? Words, int Times, int People, DateTimeOffset Last);

/// <summary>An answer that people said was of no use.</summary>
/// <param name="Reason">"unrelated", "wrong", "outdated", "incomplete", "other".</param>
public sealed record AnswerVerdict(string Command, string? Words, string Reason, int Times, DateTimeOffset Last);
