using Bot.Answers;
using Bot.Briefings;
using Bot.Indexing;
using Bot.Text;

namespace Bot.Digests;

/// <summary>Reads what is new or was corrected in a digest's window, of its topics, and was not told before.</summary>
internal static class NewBriefings
{
    /// <summary>After a bulk import the newest are enough for a morning; the others are among those of the days after.</summary>
    private const int MostRead = 2_000;

    /// <summary>Of a book the beginning tells what it is about.</summary>
    private const int MostPassages = 60;

    /// <summary>UTF-16 code units: a shorter sentence is a dateline or a heading.</summary>
    private const int ShortestLine = 40;

    public static List<NewBriefing> Read(DigestRequest request, CorpusView corpus, TextStore texts)
    {
        var matcher = request.Topics.Count > 0 ? new TopicMatcher(request.Topics, corpus) : null;
        if (request.Settled is { } settled)
        {
            var logged = corpus.Log.Find(settled.Told.Select(told => new BriefingId(told.Briefing)));
            return [.. settled.Told.Select(told => logged.GetValueOrDefault(new BriefingId(told.Briefing)) is { IsGone: false } one && one.Text.Hex == told.Text
                ? Read(one, isNew: one.FirstSeen > request.Floor, matcher, corpus, texts) : null).OfType<NewBriefing>()];
        }
        var told = request.Told.ToLookup(one => one.Briefing, one => one.Text);
        return [.. corpus.Log.ChangedBetween(request.Floor, request.To, corpus.Scope, MostRead)
            .Where(one => !told[one.Id.Value].Contains(one.Text.Hex))
            .Select(one => Read(one, isNew: one.FirstSeen > request.Floor && !told.Contains(one.Id.Value), matcher, corpus, texts)).OfType<NewBriefing>()];
    }

    private static NewBriefing? Read(LoggedBriefing logged, bool isNew, TopicMatcher? matcher, CorpusView corpus, TextStore texts)
    {
        // Another title or date makes nothing new.
        if (!isNew && logged.Previous is null) return null;
        // What is not in the index yet comes with the next digest.
        List<IndexedPassage> passages = [.. corpus.Index.PassagesOf(logged.Id, corpus.Scope).Where(passage => passage.Text == logged.Text).Take(MostPassages)];
        if (passages.Count == 0) return null;
        var match = matcher?.Best(passages);
        if (matcher is not null && match is null) return null;
        var line = match?.Line ?? Lead(passages, logged.Title, corpus);
        if (line is null) return null;
        if (isNew) return new NewBriefing(logged, passages, line, match?.Topic ?? 1, Change: null, Before: null);
        if (texts.Read(logged.Previous!.Text) is not { } before || texts.Read(logged.Text) is not { } now
            || TextChange.Between(before, logged.Previous.Body, now, logged.Body, logged.Language) is not { } change) return null;
        var changed = change.After is { } after ? SnippetAt(passages, after) : null;
        // Beyond what is read of a long briefing the sentence cannot be shown.
        if (change.After is not null && changed is null) return null;
        return new NewBriefing(logged, passages, changed ?? line, match?.Topic ?? 1, change, change.Before?.Slice(before).ToString());
    }

    /// <summary>The first sentence that is one; the title stands below it.</summary>
    private static Snippet? Lead(List<IndexedPassage> passages, string title, CorpusView corpus)
    {
        Snippet? first = null;
        foreach (var passage in passages)
        {
            foreach (var sentence in passage.Passage.Sentences)
            {
                if (corpus.WordsOf(passage, sentence.Span) is not { } words || words == title) continue;
                var snippet = new Snippet(passage, sentence.Span, 0, []);
                if (words.Length >= ShortestLine) return snippet;
                first ??= snippet;
            }
        }
        return first;
    }

    private static Snippet? SnippetAt(List<IndexedPassage> passages, TextSpan span) => (
        from passage in passages
        from sentence in passage.Passage.Sentences
        where sentence.Span.Overlaps(span)
        select new Snippet(passage, sentence.Span, 0, [])).FirstOrDefault();
}
