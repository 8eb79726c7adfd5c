using System.Text.Json;
using Bot.Answers;
using Bot.App.CommandLine;
using Bot.App.Quality;

namespace Bot.Training.Silence;

/// <summary>How a question stands to the corpus that it was asked of.</summary>
internal enum Asking
{
    /// <summary>Something there answers it.</summary>
    Own,

    /// <summary>What answers it was taken out, with its whole document; what is near to it is there.</summary>
    Without,

    /// <summary>The corpus is about other things.</summary>
    Elsewhere,
}

/// <summary>A question that was asked of a corpus.</summary>
/// <param name="Corpus">What was asked of what, as a person reads it.</param>
/// <param name="IsOfFew">Whether the corpus has few passages, of which other weights hold.</param>
/// <param name="Values">What speaks for an answer (AnswerEvidence); null where no passage was found.</param>
/// <param name="Place">Which of the briefings shown first answers, from 0; null where none of them does.</param>
internal sealed record AskedQuestion(Asking Asking, string Corpus, bool IsPutAside, bool IsOfFew, double[]? Values, int? Place)
{
    private const int ShownFirst = 5;

    /// <summary>Records of a part at least, and how often it is asked without the documents of some of its questions.</summary>
    private const int SmallCorpus = 30, FoldsOfPart = 3;

    public static Task<IReadOnlyList<AskedQuestion>> OfOwnAsync(EvaluationSet set, CancellationToken stop) =>
        AskAsync(SetQuestion.Of(set), Asking.Own, set.Name, set.CorpusPath, stop);

    public static Task<IReadOnlyList<AskedQuestion>> ElsewhereAsync(EvaluationSet set, EvaluationSet other, CancellationToken stop) =>
        AskAsync(SetQuestion.Of(set), Asking.Elsewhere, $"{set.Name} over {other.Name}", other.CorpusPath, stop);

    public static async Task<IReadOnlyList<AskedQuestion>> WithoutAsync(EvaluationSet set, CancellationToken stop)
    {
        var (questions, all) = (SetQuestion.Of(set), new List<AskedQuestion>());
        var name = $"{set.Name} without its documents";
        var gold = questions.Select(question => question.Gold).ToList();
        await foreach (var (asked, corpus) in new SetCorpus(set).WithoutAnswersAsync(gold, stop))
        {
            all.AddRange(await AskAsync([.. asked.Select(i => questions[i])], Asking.Without, name, corpus, stop));
        }
        return all;
    }

    /// <summary>
    /// Of small parts of the corpus, as a new folder of briefings is: what they answer, what they would with documents that were taken out, and
    /// what the next part does.
    /// </summary>
    public static async Task<IReadOnlyList<AskedQuestion>> OfSmallAsync(EvaluationSet set, CancellationToken stop)
    {
        var (questions, all) = (SetQuestion.Of(set), new List<AskedQuestion>());
        using var folder = new TemporaryFolder();
        var parts = SmallParts(new SetCorpus(set)).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var corpus = Path.Combine(folder.Path, $"{i}.jsonl");
            await File.WriteAllLinesAsync(corpus, LinesOf(parts[i]), stop);
            var (own, others) = (AnsweredBy(parts[i]), AnsweredBy(parts[(i + 1) % parts.Count]));
            all.AddRange(await AskAsync(own, Asking.Own, $"{set.Name} in parts", corpus, stop));
            all.AddRange(await AskAsync(others, Asking.Elsewhere, $"{set.Name} in other parts", corpus, stop));
            for (var fold = 0; fold < FoldsOfPart; fold++)
            {
                var missed = own.Where((_, question) => question % FoldsOfPart == fold).ToList();
                var gone = missed.SelectMany(question => question.Gold).ToHashSet();
                var left = parts[i].Where(document => !document.Any(record => gone.Contains(record.Text("id")!))).ToList();
                if (missed.Count == 0 || left.Count == 0) continue;
                await File.WriteAllLinesAsync(corpus, LinesOf(left), stop);
                all.AddRange(await AskAsync(missed, Asking.Without, $"{set.Name} in parts, without its documents", corpus, stop));
            }
        }
        return all;

        List<SetQuestion> AnsweredBy(List<List<JsonElement>> part)
        {
            var ids = part.SelectMany(document => document).Select(record => record.Text("id")!).ToHashSet();
            return [.. questions.Where(question => question.Gold.IsSubsetOf(ids))];
        }
    }

    private static IEnumerable<string> LinesOf(List<List<JsonElement>> part) => part.SelectMany(document => document).Select(record => record.GetRawText());

    /// <summary>Each with whole documents.</summary>
    private static IEnumerable<List<List<JsonElement>>> SmallParts(SetCorpus corpus)
    {
        var part = new List<List<JsonElement>>();
        foreach (var document in corpus.Documents)
        {
            part.Add([.. document]);
            if (part.Sum(one => one.Count) < SmallCorpus) continue;
            yield return part;
            part = [];
        }
    }

    private static Task<IReadOnlyList<AskedQuestion>> AskAsync(
        IReadOnlyList<SetQuestion> questions, Asking asking, string name, string corpus, CancellationToken stop) =>
        CorpusSearch.EachAsync(corpus, questions, (question, hits, wanted, view) =>
        {
            var ranked = hits.Passages.Count == 0 ? [] : RankedPassage.Rank(hits, wanted, view);
            var shown = ranked.Select(one => one.Evidence.Passage.Indexed.Briefing.Value).Distinct().Take(ShownFirst).ToList();
            var place = shown.FindIndex(question.Gold.Contains);
            return new AskedQuestion(
                asking, name, question.IsPutAside, EvidenceBar.IsOfFew(view),
                ranked.Count == 0 ? null : AnswerEvidence.Of(ranked, wanted, view),
                asking == Asking.Own && place >= 0 ? place : null);
        }, stop);
}
