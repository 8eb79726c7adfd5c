using Bot.Answers;
using Bot.Chat;
using Bot.Questions;

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

    /// <summary>Records of a part, and how often it is asked without the documents of some of its questions.</summary>
    private const int SmallCorpus = 30, FoldsOfPart = 3;

    /// <summary>So many times the unanswerable are asked, each time of a corpus without the documents of a part of them: each misses few but its own.</summary>
    private const int Folds = 10;

    public static Task<IReadOnlyList<AskedQuestion>> OfOwnAsync(QuestionFile file) => AskAsync(file.Read(), Asking.Own, file.Set, file.Corpus);

    public static Task<IReadOnlyList<AskedQuestion>> ElsewhereAsync(QuestionFile file, QuestionFile other) =>
        AskAsync(file.Read(), Asking.Elsewhere, $"{file.Set} over {other.Set}", other.Corpus);

    public static async Task<IReadOnlyList<AskedQuestion>> WithoutAsync(QuestionFile file)
    {
        var (questions, all) = (file.Read(), new List<AskedQuestion>());
        var folder = Directory.CreateTempSubdirectory("bot-training-").FullName;
        for (var fold = 0; fold < Folds; fold++)
        {
            var asked = questions.Where((_, i) => i % Folds == fold).ToList();
            var corpus = Path.Combine(folder, $"{fold}.jsonl");
            await File.WriteAllLinesAsync(corpus, file.CorpusWithout(asked.SelectMany(question => question.Gold).ToHashSet()));
            all.AddRange(await AskAsync(asked, Asking.Without, $"{file.Set} without its documents", corpus));
        }
        Directory.Delete(folder, recursive: true);
        return all;
    }

    /// <summary>Of small parts of the corpus, as a new folder of briefings is: what they answer, what they would with the documents that are gone, and what the next part does.</summary>
    public static async Task<IReadOnlyList<AskedQuestion>> OfSmallAsync(QuestionFile file)
    {
        var (questions, all) = (file.Read(), new List<AskedQuestion>());
        var folder = Directory.CreateTempSubdirectory("bot-training-").FullName;
        var parts = file.Parts(SmallCorpus).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var corpus = Path.Combine(folder, $"{i}.jsonl");
            await File.WriteAllLinesAsync(corpus, parts[i].Lines);
            var (own, others) = (parts[i].Ids, parts[(i + 1) % parts.Count].Ids);
            var asked = questions.Where(question => question.Gold.IsSubsetOf(own)).ToList();
            all.AddRange(await AskAsync(asked, Asking.Own, $"{file.Set} in parts", corpus));
            for (var fold = 0; fold < FoldsOfPart; fold++)
            {
                var missed = asked.Where((_, question) => question % FoldsOfPart == fold).ToList();
                var rest = parts[i].Without(missed.SelectMany(question => question.Gold).ToHashSet());
                if (missed.Count == 0 || rest.Count == 0) continue;
                await File.WriteAllLinesAsync(corpus, rest);
                all.AddRange(await AskAsync(missed, Asking.Without, $"{file.Set} in parts, without its documents", corpus));
            }
            await File.WriteAllLinesAsync(corpus, parts[i].Lines);
            all.AddRange(await AskAsync([.. questions.Where(question => question.Gold.IsSubsetOf(others))], Asking.Elsewhere, $"{file.Set} in other parts", corpus));
        }
        Directory.Delete(folder, recursive: true);
        return all;
    }

    private static async Task<IReadOnlyList<AskedQuestion>> AskAsync(IReadOnlyList<SetQuestion> questions, Asking asking, string name, string corpus)
    {
        await using var core = await CorpusCore.OverAsync(corpus);
        var asked = new AskedQuestion[questions.Count];
        Parallel.For(0, questions.Count, i =>
        {
            using var view = core.Open();
            var question = QuestionParser.Parse(questions[i].Text, Scope.Main);
            var hits = TopicSearch.Find(question, view, AskAnswer.PassagesRead);
            var wanted = new AskedFor(question, hits.Terms);
            var ranked = hits.Passages.Count == 0 ? [] : RankedPassage.Rank(hits, wanted, view);
            var place = ranked.Select(one => one.Evidence.Passage.Indexed.Briefing.Value).Distinct().Take(ShownFirst).ToList().FindIndex(questions[i].Gold.Contains);
            asked[i] = new AskedQuestion(
                asking, name, questions[i].IsPutAside, EvidenceBar.IsOfFew(view), ranked.Count == 0 ? null : AnswerEvidence.Of(ranked, wanted, view), asking == Asking.Own && place >= 0 ? place : null);
        });
        return asked;
    }
}
