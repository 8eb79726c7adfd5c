using Bot.Chat;
using Bot.Text;

namespace Bot.Answers;

/// <summary>/source: the cited words in their surroundings: the passages they stand in, one before and one after.</summary>
internal static class SourceAnswer
{
    public static Draft Find(Command command, CorpusView corpus)
    {
        var typed = command.Option("citation")!;
        if (CitationId.TryParse(typed) is not { } id)
        {
            return Draft.Failed($"{Misses.Quoted(typed)} is no citation id. It stands below each passage and looks like 3f9a01bc:120-188.");
        }
        foreach (var briefing in corpus.WithText(id.HashPrefix))
        {
            var passages = corpus.Index.PassagesOf(briefing.Id, corpus.Scope).Where(passage => passage.Text == briefing.Text).ToList();
            var cited = passages.FindIndex(passage => passage.Passage.Span.Overlaps(id.Span));
            if (cited < 0) continue;
            var last = passages.FindLastIndex(passage => passage.Passage.Span.Overlaps(id.Span));
            // The cited words first: a limit leaves out what is around them.
            var shown = passages[cited..(last + 1)].Concat(passages.Skip(last + 1).Take(1)).Concat(passages.Take(cited).TakeLast(1))
                .Take(command.Limit).OrderBy(passage => passage.Passage.Ordinal);
            return new Draft(AnswerStatus.Found)
            {
                Snippets = [.. shown.Select(passage => new Snippet(passage, passage.Passage.Span, 0, Cited(passage.Passage.Span, id.Span)))],
            };
        }
        return Draft.NotFound($"No current briefing has the passage {typed}: it was changed or removed since, or never was there. Ask again to see what stands now.");
    }

    private static TextSpan[] Cited(TextSpan passage, TextSpan cited) => passage.Overlaps(cited)
        ? [new TextSpan(Math.Max(passage.Start, cited.Start), Math.Min(passage.End, cited.End))]
        : [];
}
