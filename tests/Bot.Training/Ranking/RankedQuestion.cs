using Bot.Answers;
using Bot.Chat;
using Bot.Questions;

namespace Bot.Training.Ranking;

/// <summary>A question of a set with the passages that were read closely for it.</summary>
/// <param name="Evidence">Of each passage (PassageEvidence), in the order of the search.</param>
/// <param name="Briefings">Whose each passage is.</param>
/// <param name="Gold">The briefings that answer.</param>
internal sealed record RankedQuestion(string Set, bool IsPutAside, IReadOnlyList<double[]> Evidence, IReadOnlyList<string> Briefings, IReadOnlySet<string> Gold)
{
    public static async Task<IReadOnlyList<RankedQuestion>> ReadAsync(QuestionFile file)
    {
        await using var core = await CorpusCore.OverAsync(file.Corpus);
        var asked = file.Read();
        var questions = new RankedQuestion[asked.Count];
        Parallel.For(0, asked.Count, i =>
        {
            using var view = core.Open();
            var question = QuestionParser.Parse(asked[i].Text, Scope.Main);
            var hits = TopicSearch.Find(question, view, AskAnswer.PassagesRead);
            var evidence = hits.Passages.Count == 0 ? [] : PassageEvidence.Of(hits, new AskedFor(question, hits.Terms), view);
            questions[i] = new RankedQuestion(
                file.Set, asked[i].IsPutAside, [.. evidence.Select(one => one.Values)], [.. evidence.Select(one => one.Passage.Indexed.Briefing.Value)], asked[i].Gold);
        });
        return questions;
    }
}
