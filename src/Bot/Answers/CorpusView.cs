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
internal sealed class CorpusView(IndexSnapshot index, PeopleDirectory people, SourceTexts sources, Scope scope, Searched size) : IDisposable
{
    private readonly Dictionary<BriefingId, string> titles = [];
    private IReadOnlyList<string>? languages;

    public IndexSnapshot Index => index;

    public PeopleDirectory People => people;

    public VerbatimCheck Words => sources.Check;

    public BriefingLog Log => sources.Log;

    public Scope Scope => scope;

    public Searched Size => size;

    public IReadOnlyList<string> Languages => languages ??= index.Languages();

    /// <summary>Looked up once for each answer: several passages are of one briefing, and each is asked for its title more than once.</summary>
    public string TitleOf(BriefingId briefing)
    {
        if (!titles.TryGetValue(briefing, out var title)) titles.Add(briefing, title = Log.Find(briefing)?.Title ?? "");
        return title;
    }

    /// <summary>The current briefings in scope whose text hash begins so.</summary>
    public IEnumerable<LoggedBriefing> WithText(string hashPrefix) =>
        sources.Texts.Find(hashPrefix).SelectMany(hash => Log.WithText(hash, scope));

    public void Dispose() => index.Dispose();
}

/// <summary>Where the words come from: the stored texts, what the log knows of their briefings, and the check they pass.</summary>
internal sealed record SourceTexts(TextStore Texts, BriefingLog Log, VerbatimCheck Check);
