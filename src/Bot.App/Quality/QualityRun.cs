using System.Globalization;
using System.Text.Json;
using Bot.Answers;

namespace Bot.App.Quality;

/// <summary>Asks and annotates all that the sets hold, and counts what was right. The same again and again, on whatever machine.</summary>
internal sealed class QualityRun(IReadOnlyList<EvaluationSet> sets, Action<string> tell, CancellationToken stop)
{
    /// <summary>Questions that another corpus cannot answer, for want of what they are about.</summary>
    private static readonly (string Questions, string Corpus)[] Strangers = [("wikinews-qa", "xquad-en"), ("wikinews-qa", "factbook")];

    /// <summary>Sets whose questions are also asked of their own corpus without the documents that answer them.</summary>
    private static readonly string[] Unanswerable = ["wikinews-qa", "qed-nq"];

    /// <param name="only">The sets to measure; empty for all.</param>
    public async Task<IReadOnlyList<Figure>> MeasureAsync(IReadOnlyCollection<string> only)
    {
        var figures = new List<Figure>();
        foreach (var set in sets.Where(set => only.Count == 0 || only.Contains(set.Name)))
        {
            tell(set.Name);
            if (set.Questions is not null || set.Commands is not null) figures.AddRange(await AskAsync(set));
            if (Unanswerable.Contains(set.Name) && set.Questions is { } questions)
            {
                figures.AddRange(await AskWithoutAnswersAsync(set, questions));
            }
            foreach (var (_, corpus) in Strangers.Where(pair => pair.Questions == set.Name))
            {
                if (sets.FirstOrDefault(other => other.Name == corpus) is { } other) figures.AddRange(await AskElsewhereAsync(set, other));
            }
            figures.AddRange(Annotate(set));
        }
        return figures;
    }

    private async Task<List<Figure>> AskAsync(EvaluationSet set)
    {
        await using var bot = await CorpusBot.OverAsync(set.CorpusPath, stop);
        var figures = new List<Figure>();
        foreach (var (file, name) in new[] { (set.Questions, set.Name), (set.Commands, $"{set.Name} commands") })
        {
            if (file is null) continue;
            var questions = set.Read(file);
            var scores = questions.Zip(bot.Ask(questions, stop), QuestionScore.Of);
            figures.AddRange(Figure.FromLines(name, [.. scores.Select((shares, line) => Line(line, shares))]));
        }
        return figures;
    }

    private async Task<IEnumerable<Figure>> AskElsewhereAsync(EvaluationSet set, EvaluationSet other)
    {
        var questions = set.Read(set.Questions!);
        await using var bot = await CorpusBot.OverAsync(other.CorpusPath, stop);
        var measure = $"silent over {other.Name}";
        return Figure.FromLines(set.Name, [.. bot.Ask(questions, stop).Select((answer, line) => Line(line, [Silent(measure, answer)]))]);
    }

    private async Task<IEnumerable<Figure>> AskWithoutAnswersAsync(EvaluationSet set, string file)
    {
        var questions = set.Read(file);
        var lines = new ScoredLine[questions.Count];
        var gold = questions.Select(question => question.Texts("gold")).ToList();
        await foreach (var (asked, corpus) in new SetCorpus(set).WithoutAnswersAsync(gold, stop))
        {
            await using var bot = await CorpusBot.OverAsync(corpus, stop);
            foreach (var (i, answer) in asked.Zip(bot.Ask([.. asked.Select(i => questions[i])], stop)))
            {
                lines[i] = Line(i, [Silent("silent without its document", answer)]);
            }
        }
        return Figure.FromLines(set.Name, lines);
    }

    private List<Figure> Annotate(EvaluationSet set)
    {
        var figures = new List<Figure>();
        if (set.Spans is { } spans)
        {
            var records = set.Read(spans);
            var hasTimes = records.Any(record => record.List("spans").Any(AnnotationScore.IsTime));
            var hasNames = records.Any(record => record.List("spans").Any(span => AnnotationScore.KindOf(span) is not null));
            figures.AddRange(Annotate(set, records, (record, text, found) =>
            [
                .. hasTimes ? AnnotationScore.Times(record, text, found) : [],
                .. hasNames ? AnnotationScore.Mentions(record, text, found) : [],
            ]));
        }
        if (set.Facts is { } facts)
        {
            var sentences = set.Read(facts).Where(fact => fact.Text("sentence") is not null).ToList();
            figures.AddRange(Annotate(set, sentences, (fact, _, found) => AnnotationScore.Roles(fact, found)));
        }
        if (set.Attributions is { } attributions) figures.AddRange(Annotate(set, set.Read(attributions), SpeechScore.Of));
        return figures;
    }

    private IEnumerable<Figure> Annotate(
        EvaluationSet set, IReadOnlyList<JsonElement> records, Func<JsonElement, string, AnnotatedText, IReadOnlyList<Share>> score)
    {
        var texts = set.TextsOf(records);
        var lines = new ScoredLine[texts.Count];
        Parallel.For(0, texts.Count, new ParallelOptions { CancellationToken = stop }, i =>
        {
            var (record, document, text, isPutAside) = texts[i];
            var found = Annotator.Annotate(document ?? $"{i}", text, DateOf(record));
            lines[i] = new ScoredLine(isPutAside, score(record, text, found));
        });
        return Figure.FromLines(set.Name, lines);
    }

    private static DateOnly? DateOf(JsonElement record) =>
        (record.Text("dct") ?? record.Text("reference")) is { Length: >= 10 } date
            && DateOnly.TryParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    private static ScoredLine Line(int line, IReadOnlyList<Share> shares) => new(Halves.IsPutAside(line, isDocument: false), shares);

    private static Share Silent(string measure, Answer answer) =>
        Share.Yes(measure, answer.Status is AnswerStatus.NotFound or AnswerStatus.Weak);
}
