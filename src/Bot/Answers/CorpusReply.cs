using System.Globalization;
using Bot.Chat;

namespace Bot.Answers;

/// <summary>The blocks of /help and /briefings.</summary>
internal static class CorpusReply
{
    public static IEnumerable<ReplyBlock> Of(Answer answer)
    {
        if (answer.Commands is { } commands) return commands.SelectMany(command => Help(command, withOptions: commands.Count == 1));
        return answer.Corpus is { } corpus ? Status(corpus, answer.Searched) : [];
    }

    private static IEnumerable<ReplyBlock> Help(CommandHelp command, bool withOptions)
    {
        yield return new Field(command.Usage, command.Summary);
        foreach (var option in withOptions ? command.Options : [])
        {
            yield return new Field("  " + option.Name, option.Help);
        }
        foreach (var example in command.Examples) yield return new Button(example, example);
    }

    private static IEnumerable<ReplyBlock> Status(CorpusStatus corpus, Searched searched)
    {
        yield return new Heading("Briefings");
        yield return new Line(string.Create(CultureInfo.InvariantCulture, $"{Counted(searched.Briefings, "briefing")}, {Counted(searched.Passages, "passage")}."));
        if (corpus.IsIndexing)
        {
            yield return new Line(string.Create(CultureInfo.InvariantCulture, $"Reading: {corpus.FilesDone:N0} of {corpus.FilesTotal:N0} files."));
        }
        foreach (var briefing in corpus.List ?? []) yield return new Field(briefing.Date is { } date ? PassageReply.Day(date) : "undated", Listed(briefing));
        if (corpus is { Page: { } page, Pages: { } pages } && pages > 1)
        {
            yield return new Line($"Page {page} of {pages}.");
            if (page < pages) yield return new Button("Next page", $"/briefings list page:{page + 1}");
        }
        if (corpus.List is not null) yield break;
        if (corpus.WarningsTotal == 0) yield return new Line(corpus.IsIndexing ? "So far every file could be read." : "Every file could be read.");
        foreach (var warning in corpus.Warnings) yield return new Field("Warning", warning);
        if (corpus.WarningsTotal > corpus.Warnings.Count) yield return new Line($"And {corpus.WarningsTotal - corpus.Warnings.Count} more warnings.");
    }

    private static string Counted(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private static string Listed(CorpusBriefing briefing)
    {
        List<string> parts = [briefing.Title];
        if (briefing.Source is { } source) parts.Add(source);
        if (briefing.Id != briefing.Title) parts.Add(briefing.Id);
        return string.Join(" · ", parts);
    }
}
