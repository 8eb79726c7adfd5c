using System.Text.Json.Serialization;

namespace Bot.Answers;

/// <summary>How a request ended: always in exactly one of these.</summary>
public enum AnswerStatus
{
    [JsonStringEnumMemberName("found")] Found,
    [JsonStringEnumMemberName("several")] Several,
    [JsonStringEnumMemberName("weak")] Weak,
    [JsonStringEnumMemberName("notFound")] NotFound,
    [JsonStringEnumMemberName("notAllowed")] NotAllowed,
    [JsonStringEnumMemberName("failed")] Failed,
}

/// <summary>
/// What was found, or that nothing was: the public record that scripts read as JSON and AnswerReply turns into a Reply. Its fields
/// are only ever added to. Offsets are UTF-16 code units into the briefing's stored original text, half-open.
/// </summary>
/// <param name="Id">Names this answer when somebody reports a fault; in a batch the id that was sent.</param>
/// <param name="Command">The command's name without its slash.</param>
/// <param name="Query">What was asked: name, topic, question, citation id; null where the command takes none.</param>
/// <param name="Reason">
/// A sentence or two; null when all that was asked was found. With an answer: which words were read in another spelling, which no briefing has.
/// </param>
/// <param name="Suggestions">What to ask instead: nearest spellings when nothing was found, the choices when several were meant.</param>
/// <param name="Passages">Best first; those that repeat another come after all that do not, for /ask only further down.</param>
/// <param name="Times">In the order of their days; those without known days after them.</param>
/// <param name="Matching">
/// How much matches in all, of which Passages are the best. Null where it cannot be said: for /ask, descriptions, /says with "about", topics
/// of several words of which some passages shown have only a part, topics that some passages shown date in a sentence that does not name
/// them, every answer of another status than found and several, and when words had to be withheld. Null too where there is nothing to count: for /source, /briefings and /help.
/// </param>
/// <param name="Commands">For /help; null for the others.</param>
/// <param name="Corpus">For /briefings; null for the others.</param>
public sealed record Answer(
    string Id,
    string Command,
    string? Query,
    AnswerStatus Status,
    string? Reason,
    IReadOnlyList<string> Suggestions,
    IReadOnlyList<AnswerPassage> Passages,
    PersonCard? Person,
    IReadOnlyList<AnswerTime> Times,
    IReadOnlyList<AnswerPlace> Places,
    IReadOnlyList<AnswerQuotation> Quotations,
    Matching? Matching,
    IReadOnlyList<CommandHelp>? Commands,
    CorpusStatus? Corpus,
    Searched Searched,
    double TookMs)
{
    /// <summary>For /digest now, and of what is posted; null for the others.</summary>
    public AnswerDigest? Digest { get; init; }

    /// <summary>For /digest list, subscribe, stop and resume; null for the others.</summary>
    public IReadOnlyList<SubscriptionView>? Subscriptions { get; init; }

    /// <summary>For the subcommands of /watch; null for the others.</summary>
    public IReadOnlyList<WatchView>? Watches { get; init; }

    /// <summary>For /since; null for the others, and where it was not asked before.</summary>
    public AnswerSince? Since { get; init; }

    /// <summary>For /briefings gaps; null for the others.</summary>
    public AnswerGaps? Gaps { get; init; }

    /// <summary>What can be done next, beside the suggestions: for people, and no part of the JSON.</summary>
    [JsonIgnore]
    public IReadOnlyList<NextStep> Next { get; init; } = [];

    /// <summary>For /digest sent, the newest first; null for the others.</summary>
    public IReadOnlyList<SentDigest>? Sent { get; init; }

    /// <summary>True when the bot could not finish, and not the one who asked did something wrong.</summary>
    [JsonIgnore]
    public bool IsFault { get; init; }
}

/// <summary>Something to do next.</summary>
/// <param name="Line">The command that does it.</param>
public sealed record NextStep(string Label, string Line);

/// <summary>Words of a briefing and where they stand.</summary>
/// <param name="Citation">What <c>/source</c> takes.</param>
/// <param name="Paragraph">Counted from 1.</param>
/// <param name="Page">Counted from 1; null for briefings without pages.</param>
/// <param name="Text">The briefing's text from Start to End, word for word.</param>
/// <param name="Score">BM25 with the evidence of the command added; comparable only within this answer.</param>
/// <param name="RepeatOf">
/// Which of Answer.Passages says the same, so that a reply shows this one only as a further place of it: the same words but for white space, of
/// the same speaker (/says, /when), the same days (/when) and under titles that add the same words of the question, or none (/ask). Always an
/// earlier one that repeats none itself; null for none.
/// </param>
/// <param name="Repeats">
/// How many other places were found to say the same, also beyond those in Answer.Passages; 0 where RepeatOf tells of another. There may be
/// still more where Answer.Matching is null or "at least".
/// </param>
public sealed record AnswerPassage(
    string Citation,
    string Briefing,
    string Title,
    DateOnly? Date,
    string? Source,
    int Paragraph,
    int? Page,
    int Start,
    int End,
    string Text,
    IReadOnlyList<AnswerSpan> Highlights,
    IReadOnlyList<AnswerBadge> Badges,
    string? Speaker,
    double Score,
    int? RepeatOf,
    int Repeats);

/// <summary>A range of the briefing's original text.</summary>
public readonly record struct AnswerSpan(int Start, int End);

/// <summary>Why a passage is not plain fact; <paramref name="Text"/> is the cue itself, word for word.</summary>
/// <param name="Kind">"hedged", "reported", "denied" or "planned".</param>
public sealed record AnswerBadge(string Kind, int Start, int End, string Text);

/// <summary>Who somebody is, as the briefings tell.</summary>
/// <param name="FirstSeen">The earliest document date of a briefing that names the person; null when no such date is known.</param>
/// <param name="With">Whom the same passages name, most often first.</param>
public sealed record PersonCard(
    string Name,
    IReadOnlyList<string> Aliases,
    DateOnly? FirstSeen,
    DateOnly? LastSeen,
    IReadOnlyList<PersonRole> Roles,
    IReadOnlyList<string> With);

/// <summary>What a briefing calls the person, word for word. <paramref name="Unsure"/>: linked by the context alone.</summary>
public sealed record PersonRole(string Text, string Briefing, DateOnly? Date, int Start, int End, bool Unsure);

/// <summary>A time expression of <c>Passages[Passage]</c>; From and To are half-open days, null where unknown.</summary>
/// <param name="Type">TIMEX3: "DATE", "TIME", "DURATION" or "SET".</param>
/// <param name="Note">What is missing ("year not stated") or to be minded (that only a sentence before names the topic); else null.</param>
public sealed record AnswerTime(string Text, string Type, string Value, DateOnly? From, DateOnly? To, string? Note, int Passage, int Start, int End);

/// <summary>A place that <c>Passages[Passage]</c> names, word for word.</summary>
/// <param name="Note">What the place is, where the topic itself was not there: "where Alexander Lukashenko spoke"; else null.</param>
public sealed record AnswerPlace(string Name, string? Note, int Passage, int Start, int End);

/// <summary>Words that somebody said, in <c>Passages[Passage]</c>. Direct: within quotation marks.</summary>
public sealed record AnswerQuotation(string Text, string? Speaker, bool Direct, int Passage, int Start, int End);

/// <summary>
/// What matches in the scope and the days asked about: sentences that name the person (/who), hold a time (/when) or a place (/where) and a
/// word of a topic whose words are all near, or hold a quotation of the speaker (/says).
/// </summary>
/// <param name="Passages">In the unit of Answer.Passages, repeats counted each; never fewer than those.</param>
/// <param name="Distinct">Without the repeats (AnswerPassage.RepeatOf). What was not read counts in Passages only: it may repeat what was.</param>
/// <param name="Briefings">Those they stand in.</param>
/// <param name="AtLeast">True when only so many are known of: not every passage was read, and there may be more of each.</param>
public sealed record Matching(int Passages, int Distinct, int Briefings, bool AtLeast);

/// <summary>How much was searched for this answer, within what the conversation may see.</summary>
/// <param name="Newest">When the newest of these briefings was first seen; null when there is none.</param>
public readonly record struct Searched(int Briefings, int Passages, DateTimeOffset? Newest);

/// <summary>A command as /help shows it.</summary>
public sealed record CommandHelp(
    string Name, string Summary, string Usage, IReadOnlyList<string> Examples, IReadOnlyList<OptionHelp> Options);

public sealed record OptionHelp(string Name, string Help, bool Required);

/// <summary>What is in the corpus and what could not be read, within what the conversation may see.</summary>
/// <param name="IsIndexing">True while files are being read; then FilesDone of FilesTotal are.</param>
/// <param name="Warnings">The first of them, as sentences; WarningsTotal tells how many there are.</param>
/// <param name="List">A page of the briefings, the newest document date first; null where the list was not asked for.</param>
/// <param name="Page">Counted from 1, of Pages; null without a list.</param>
public sealed record CorpusStatus(
    bool IsIndexing,
    int FilesDone,
    int FilesTotal,
    IReadOnlyList<string> Warnings,
    int WarningsTotal,
    IReadOnlyList<CorpusBriefing>? List,
    int? Page,
    int? Pages);

/// <summary>A briefing as the list shows it.</summary>
public sealed record CorpusBriefing(string Id, string Title, DateOnly? Date, string? Source, string Language, DateTimeOffset FirstSeen);
