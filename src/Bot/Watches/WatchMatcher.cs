using Bot.Answers;
using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.Chat;
using Bot.Indexing;
using Bot.Subscriptions;

namespace Bot.Watches;

/// <summary>Asks a watch of one briefing alone, by the same finders that answer everybody.</summary>
internal static class WatchMatcher
{
    private const int MostPassages = 3;

    /// <summary>The watches that a briefing answers, each with the sentence that does.</summary>
    /// <param name="failed">Told of a watch that cannot be asked: it must not keep the others from being.</param>
    public static List<(Watch Watch, string Line)> Ask(
        WatchIndex waiting, LoggedBriefing briefing, CorpusView corpus, TextStore texts, Action<Exception, Watch>? failed = null)
    {
        List<IndexedPassage> passages = [.. corpus.Index.PassagesOf(briefing.Id, corpus.Scope).Where(passage => passage.Text == briefing.Text)];
        var candidates = waiting.MayBeAnsweredBy(passages, briefing.Title, corpus);
        if (candidates.Count == 0) return [];
        var within = corpus.Within(new HashSet<string>([briefing.Id.Value], StringComparer.Ordinal));
        var answered = new List<(Watch, string)>();
        // What several watch for is asked once, but for whether it was there before each began.
        foreach (var same in candidates.Where(watch => watch.Created < briefing.Changed)
            .GroupBy(watch => (watch.Line, watch.Scope.Key, IsNew: watch.Created < briefing.FirstSeen)))
        {
            try
            {
                if (Find(same.First(), briefing, within, texts) is not { Draft.Snippets: var found }) continue;
                if (within.WordsOf(found[0].Source, found[0].Span) is { } line) answered.AddRange(same.Select(watch => (watch, line)));
            }
            catch (Exception e) when (failed is not null && e is not (StateException or OutOfMemoryException))
            {
                failed(e, same.First());
            }
        }
        return answered;
    }

    /// <returns>What the briefing answers, with what it told before a correction left out; null where it answers nothing.</returns>
    /// <param name="within">The corpus narrowed to the briefing.</param>
    public static (Draft Draft, Command Command)? Find(Watch watch, LoggedBriefing briefing, CorpusView within, TextStore texts)
    {
        if (LookUp.Parse(watch.Line, watch.Scope, MostPassages).Command is not { } command) return null;
        if (!watch.Scope.Sees(briefing.Collection)) return null;
        var draft = AnswerFinder.Find(command, within, default);
        // Of people with the same name each is somebody who is named.
        if (draft.Status is not (AnswerStatus.Found or AnswerStatus.Several) || draft.Snippets.Count == 0) return null;
        if (briefing.FirstSeen <= watch.Created && IsOld(draft.Snippets[0], briefing, within, texts)) return null;
        return (draft, command);
    }

    /// <summary>Whether the sentence stood in the text before the correction, but for blanks, marks and a letter here and there.</summary>
    private static bool IsOld(Snippet snippet, LoggedBriefing briefing, CorpusView within, TextStore texts)
    {
        if (briefing.Previous is not { } previous) return true;
        return texts.Read(previous.Text) is { } before && within.WordsOf(snippet.Source, snippet.Span) is { } words && SameWords.StandIn(before, words);
    }
}
