using Bot.Chat;
using Bot.Times;

namespace Bot.Questions;

/// <summary>A question as it was understood.</summary>
/// <param name="Text">As it was asked.</param>
/// <param name="Topic">The words to look for: the question without its question words. Never empty: where nothing else is left, the text.</param>
/// <param name="Period">Only briefings of these days; null for any. Open ends are <see cref="DateOnly.MinValue"/> and <see cref="DateOnly.MaxValue"/>.</param>
internal sealed record Question(string Text, string Topic, AnswerType Type, DayInterval? Period, Scope Scope);
