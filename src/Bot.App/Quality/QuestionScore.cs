using System.Text.Json;
using Bot.Answers;

namespace Bot.App.Quality;

/// <summary>How well one question was answered.</summary>
internal static class QuestionScore
{
    private const int MostCounted = 10;

    public static string CommandOf(JsonElement question) => question.Text("command") ?? $"/ask {question.Text("text")}";

    public static bool IsAnswered(Answer answer) => answer.Status is AnswerStatus.Found or AnswerStatus.Several;

    /// <summary>
    /// hit1, hit5: a passage that answers is shown first, or is of the first five briefings shown; answer1: the words of an answer stand in
    /// the first text shown; answered: not held for unanswerable. What the bot does not stand for ("weak") shows nothing.
    /// </summary>
    public static IReadOnlyList<Share> Of(JsonElement question, Answer answer)
    {
        var shown = IsAnswered(answer) ? answer.Passages : [];
        var gold = question.Texts("gold").ToHashSet();
        var rank = shown.Select(passage => passage.Briefing).Distinct().Take(MostCounted).ToList().FindIndex(gold.Contains);
        var shares = new List<Share>
        {
            Share.Yes("hit1", rank == 0),
            Share.Yes("hit5", rank is >= 0 and < 5),
            Share.Yes("answered", answer.Status is not (AnswerStatus.NotFound or AnswerStatus.Weak)),
        };
        var wanted = question.Texts("answers").Concat(question.List("evidence").Select(evidence => evidence.Text("text") ?? ""))
            .Where(text => text.Length > 0).ToList();
        if (wanted.Count > 0)
        {
            var first = shown.Count > 0 ? Comparable.Of(shown[0].Text) : "";
            shares.Add(Share.Yes("answer1", wanted.Exists(text => first.Contains(Comparable.Of(text), StringComparison.Ordinal))));
        }
        return shares;
    }
}
