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

    /// <summary>Records of a part at least.</summary>
    private const int SmallCorpus = 15;

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

    /// <summary>Of small parts of the corpus, as a new folder of briefings is: what they answer, and what the next part does.</summary>
    public static async Task<IReadOnlyList<AskedQuestion>> OfSmallAsync(EvaluationSet set, CancellationToken stop)
    {
        var (questions, all) = (SetQuestion.Of(set), new List<AskedQuestion>());
        using var folder = new TemporaryFolder();
        var parts = SmallParts(new SetCorpus(set)).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var corpus = Path.Combine(folder.Path, $"{i}.jsonl");
            await File.WriteAllLinesAsync(corpus, parts[i].Lines, stop);
            var (own, others) = (AnsweredBy(parts[i].Ids), AnsweredBy(parts[(i + 1) % parts.Count].Ids));
            all.AddRange(await AskAsync(own, Asking.Own, $"{set.Name} in parts", corpus, stop));
            all.AddRange(await AskAsync(others, Asking.Elsewhere, $"{set.Name} in other parts", corpus, stop));
        }
        return all;

        List<SetQuestion> AnsweredBy(HashSet<string> ids) => [.. questions.Where(question => question.Gold.IsSubsetOf(ids))];
    }

    /// <summary>Each with whole documents.</summary>
    private static IEnumerable<(HashSet<string> Ids, List<string> Lines)> SmallParts(SetCorpus corpus)
    {
        var (ids, lines) = (new HashSet<string>(), new List<string>());
        foreach (var document in corpus.Documents)
        {
            foreach (var record in document)
            {
                ids.Add(record.Text("id")!);
                lines.Add(record.GetRawText());
            }
            if (lines.Count < SmallCorpus) continue;
            yield return (ids, lines);
            (ids, lines) = ([], []);
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
