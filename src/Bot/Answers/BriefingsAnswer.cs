using System.Globalization;
using Bot.Chat;
using Bot.Indexing;

namespace Bot.Answers;

/// <summary>/briefings: how much there is, what could not be read, how far the reading is; or a page of the list.</summary>
internal static class BriefingsAnswer
{
    private const int PageSize = 20, MostWarnings = 50;

    public static Draft Find(Command command, CorpusView corpus, IndexingState indexing)
    {
        var isList = string.Equals(command.Option("what"), "list", StringComparison.OrdinalIgnoreCase) || command.Option("page") is not null;
        var page = int.TryParse(command.Option("page") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var total = corpus.Log.Count(corpus.Scope);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        if (isList && page > pages) return Draft.Failed($"page:{page} is beyond the last page, which is {pages}.");
        var warnings = corpus.Log.Warnings();
        return new Draft(AnswerStatus.Found)
        {
            Corpus = new CorpusStatus(
                indexing.IsIndexing, indexing.FilesDone, indexing.FilesTotal,
                [.. warnings.Take(MostWarnings).Select(warning => warning.ToString())], warnings.Count,
                isList ? List(corpus, page) : null, isList ? page : null, isList ? pages : null),
        };
    }

    private static List<CorpusBriefing> List(CorpusView corpus, int page) =>
        [.. corpus.Log.List(corpus.Scope, (page - 1) * PageSize, PageSize).Select(briefing => new CorpusBriefing(
            briefing.Id.Value, briefing.Title, briefing.Date, briefing.Source, briefing.Language, briefing.FirstSeen))];
}
