using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Bot.People;
using Bot.Text;

namespace Bot.Answers;

/// <summary>
/// The corpus at one moment, in one scope: what an answer is found in. The index and the people do not change for as long as it lives; whether
/// a briefing is still current is asked of the log, which always tells the newest.
/// </summary>
internal sealed class CorpusView(IndexSnapshot index, PeopleDirectory people, SourceTexts sources, Scope scope, CorpusSummary summary) : IDisposable
{
    private Dictionary<BriefingId, string> titles = [];
    private Dictionary<IndexedPassage, string?> words = [];

    public IndexSnapshot Index => index;

    /// <summary>All changes of the log up to it are in what is searched.</summary>
    public long Revision { get; init; }

    public PeopleDirectory People => people;

    /// <summary>Checks anew each time: for words that are sent.</summary>
    public VerbatimCheck Words => sources.Check;

    public BriefingLog Log => sources.Log;

    public Scope Scope => scope;

    public Searched Size => summary.Size;

    public IReadOnlyList<string> Languages => summary.Languages;

    /// <summary>
    /// The same corpus for what is asked of some of its briefings alone: only they answer. It lives as long as this one, and need not be disposed.
    /// </summary>
    public CorpusView Within(IReadOnlySet<string> briefings) =>
        new(index, people, sources, scope with { Only = briefings }, summary) { titles = titles, words = words, Revision = Revision };

    /// <summary>Lines to show for a command, found once for each state of the corpus: it takes several searches.</summary>
    public IReadOnlyList<string> Examples(string command, Func<IReadOnlyList<string>> find) => summary.Examples(command, people, find);

    /// <summary>The passage's words to find something in, read and checked once for the answer; null when they must not be shown.</summary>
    public string? WordsOf(IndexedPassage passage)
    {
        if (!words.TryGetValue(passage, out var known)) words.Add(passage, known = Words.WordsOf(passage));
        return known;
    }

    /// <summary>The words of a span, likewise; null also where it lies outside the passage.</summary>
    public string? WordsOf(IndexedPassage passage, TextSpan span) =>
        passage.Passage.Span.Contains(span) && WordsOf(passage) is { } all ? span.RelativeTo(passage.Passage.Span.Start).Slice(all).ToString() : null;

    /// <summary>Empty for a briefing that the log does not have any more.</summary>
    public string TitleOf(BriefingId briefing)
    {
        if (!titles.TryGetValue(briefing, out var title)) titles.Add(briefing, title = Log.Find(briefing)?.Title ?? "");
        return title;
    }

    /// <summary>Looks the titles up that are asked for next, all at once.</summary>
    public void ReadTitles(IEnumerable<BriefingId> briefings)
    {
        foreach (var (briefing, logged) in Log.Find(briefings)) titles[briefing] = logged.Title;
    }

    /// <summary>The current briefings in scope whose text hash begins so.</summary>
    public IEnumerable<LoggedBriefing> WithText(string hashPrefix) =>
        sources.Texts.Find(hashPrefix).SelectMany(hash => Log.WithText(hash, scope));

    /// <summary>The newest instant up to which all that was logged is in what a revision holds.</summary>
    public static DateTimeOffset SearchedUpTo(long revision, BriefingLog log, DateTimeOffset now) =>
        log.ChangesAfter(revision).FirstOrDefault() is { Changed: var first } && first <= now ? first.AddMilliseconds(-1) : now;

    public void Dispose() => index.Dispose();
}

/// <summary>Where the words come from: the stored texts, what the log knows of their briefings, and the check they pass.</summary>
internal sealed record SourceTexts(TextStore Texts, BriefingLog Log, VerbatimCheck Check);
