using Bot.Answers;
using Bot.Briefings;
using Bot.Indexing;
using Bot.Text;

namespace Bot.Digests;

/// <summary>Reads what is new or was corrected in a digest's window, of its topics, and was not told before.</summary>
internal static class NewBriefings
{
    /// <summary>
    /// What was logged just before the last digest may not have been in the index yet: it is looked for again, and what was told is left out.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    /// <summary>Of a book the beginning tells what it is about.</summary>
    private const int MostPassages = 60;

    /// <summary>UTF-16 code units: a shorter sentence is a dateline or a heading.</summary>
    private const int ShortestLine = 40;

    public static List<NewBriefing> Read(DigestRequest request, CorpusView corpus, TextStore texts)
    {
        var settled = request.Settled?.Told.Select(told => (told.Briefing, told.Text)).ToHashSet();
        var told = request.Told.ToLookup(one => one.Briefing, one => one.Text);
        var matcher = request.Topics.Count > 0 ? new TopicMatcher(request.Topics, corpus) : null;
        // Before the first digest nobody was told anything, and its window is all that counts.
        var after = request.Told.Count > 0 ? request.From - Overlap : request.From;
        return [.. corpus.Log.ChangedBetween(after, request.To, corpus.Scope)
            .Where(one => settled is null ? !told[one.Id.Value].Contains(one.Text.Hex) : settled.Contains((one.Id.Value, one.Text.Hex)))
            .Select(one => Read(one, isKnown: one.FirstSeen <= request.From || told.Contains(one.Id.Value), matcher, corpus, texts)).OfType<NewBriefing>()];
    }

    private static NewBriefing? Read(LoggedBriefing logged, bool isKnown, TopicMatcher? matcher, CorpusView corpus, TextStore texts)
    {
        // What is not in the index yet comes with the next digest.
        List<IndexedPassage> passages = [.. corpus.Index.PassagesOf(logged.Id, corpus.Scope).Where(passage => passage.Text == logged.Text).Take(MostPassages)];
        if (passages.Count == 0) return null;
        var match = matcher?.Best(passages);
        if (matcher is not null && match is null) return null;
        var line = match?.Line ?? Lead(passages, logged.Title, corpus);
        if (line is null) return null;
        if (!isKnown || logged.PreviousText is not { } previous || texts.Read(previous) is not { } before || texts.Read(logged.Text) is not { } now)
        {
            return new NewBriefing(logged, passages, line, match?.Topic ?? 1, Change: null, Before: null);
        }
        // The body's place in the text before is not kept: a heading above it is the same in both.
        if (TextChange.Between(before, new TextSpan(0, before.Length), now, logged.Body, logged.Language) is not { } change) return null;
        var changed = change.After is { } after ? SnippetAt(passages, after) : null;
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
