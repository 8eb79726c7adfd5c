using Bot.Answers;
using Bot.App.Quality;
using Bot.Chat;
using Bot.Questions;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Training;

/// <summary>Searches a corpus as /ask does.</summary>
internal static class CorpusSearch
{
    /// <param name="see">Makes of a question, and of what was found for it, what is to be known; called for several at once.</param>
    /// <returns>What was seen, in the order of the questions.</returns>
    public static async Task<IReadOnlyList<T>> EachAsync<T>(
        string corpus, IReadOnlyList<SetQuestion> questions,
        Func<SetQuestion, TopicHits, AskedFor, CorpusView, T> see, CancellationToken stop)
    {
        await using var bot = await CorpusBot.OverAsync(corpus, stop);
        var reader = bot.Services.GetRequiredService<CorpusReader>();
        var seen = new T[questions.Count];
        Parallel.For(0, questions.Count, new ParallelOptions { CancellationToken = stop }, i =>
        {
            using var view = reader.Open(Scope.Main);
            var question = QuestionParser.Parse(questions[i].Text, Scope.Main);
            var hits = TopicSearch.Find(question, view, AskAnswer.PassagesRead);
            seen[i] = see(questions[i], hits, new AskedFor(question, hits.Terms), view);
        });
        return seen;
    }
}
