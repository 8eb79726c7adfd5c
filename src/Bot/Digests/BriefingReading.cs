using Bot.Answers;
using Bot.Briefings;
using Bot.Text;
using Bot.Times;

namespace Bot.Digests;

/// <summary>What digests read of a briefing in one snapshot: each part when it is first wanted, and once for all of them.</summary>
/// <param name="passages">The documents of its passages, as far as they are read.</param>
/// <param name="briefing">The document with its people.</param>
internal sealed class BriefingReading(LoggedBriefing logged, int[] passages, int briefing)
{
    /// <summary>UTF-16 code units: a shorter sentence is a dateline or a heading.</summary>
    private const int ShortestLine = 40;

    /// <summary>Days: a month or a season is no date to mark.</summary>
    private const int LongestUpcoming = 3;

    private DigestLine? lead;
    private ulong[]? shingles;
    private List<(int Passage, TextSpan Sentence, TextSpan Time, DateOnly Day)>? days;
    private (string[] Names, int Known)? people;
    private (TextChange? Change, DigestLine? Line, string? Before)? change;
    private bool isLeadRead;

    public LoggedBriefing Logged => logged;

    public IReadOnlyList<int> Passages => passages;

    /// <summary>The first sentence that is one, for the title stands below it; null where no words may be shown.</summary>
    public DigestLine? Lead(CorpusView corpus)
    {
        if (!isLeadRead) (lead, isLeadRead) = (FindLead(corpus), true);
        return lead;
    }

    private DigestLine? FindLead(CorpusView corpus)
    {
        DigestLine? first = null;
        foreach (var document in passages)
        {
            var passage = corpus.Index.PassageAt(document);
            if (corpus.Words.WordsOf(passage) is not { } all) continue;
            foreach (var sentence in passage.Passage.Sentences)
            {
                var words = sentence.Span.RelativeTo(passage.Passage.Span.Start).Slice(all).ToString();
                if (words == logged.Title) continue;
                var line = new DigestLine(document, sentence.Span, [], 0, words);
                if (words.Length >= ShortestLine) return line;
                first ??= line;
            }
        }
        return first;
    }

    public ulong[] Shingles(TextStore texts) => shingles ??= StoryGrouper.Shingles(
        texts.Read(logged.Text, new TextSpan(logged.Body.Start, Math.Min(logged.Body.End, logged.Body.Start + StoryGrouper.MostLetters))) ?? "");

    /// <summary>Whom it names, each once, as the directory calls them; and in how many briefings the best known of them is named.</summary>
    public (string[] Names, int Known) People(CorpusView corpus, PeopleNames names)
    {
        if (people is { } known) return known;
        var persons = corpus.Index.PeopleOf(briefing).People.Select(person => names.Of(person.Name)).Where(person => person.Name is not null).ToList();
        people = ([.. persons.Select(person => person.Name!).Distinct()], persons.Count == 0 ? 0 : persons.Max(person => person.Briefings));
        return people.Value;
    }

    /// <summary>What it says of days after it was read, in its order.</summary>
    public IReadOnlyList<(int Passage, TextSpan Sentence, TextSpan Time, DateOnly Day)> Days(CorpusView corpus)
    {
        if (days is not null) return days;
        // Where it is read the day may be another than here.
        var after = DateOnly.FromDateTime(logged.FirstSeen.UtcDateTime).AddDays(-2);
        days = [];
        foreach (var document in passages.Where(document => corpus.Index.TellsOfDayAfter(document, after)))
        {
            var passage = corpus.Index.PassageAt(document).Passage;
            foreach (var time in passage.Annotations.Times)
            {
                if (time is not { Type: TimeType.Date or TimeType.Time, Interval: { } interval } || interval.From <= after
                    || interval.To.DayNumber - interval.From.DayNumber > LongestUpcoming) continue;
                var sentence = passage.Sentences.FirstOrDefault(one => one.Span.Contains(time.Span)).Span;
                if (!sentence.IsEmpty) days.Add((document, sentence, time.Span, interval.From));
            }
        }
        return days;
    }

    /// <summary>
    /// What its last correction changed, the sentence to show for it (null for its lead), and the words before; no change where no sentence differs, or the one that does
    /// lies beyond what is read of a long briefing.
    /// </summary>
    public (TextChange? Change, DigestLine? Line, string? Before) Change(CorpusView corpus, TextStore texts) => change ??= FindChange(corpus, texts);

    private (TextChange? Change, DigestLine? Line, string? Before) FindChange(CorpusView corpus, TextStore texts)
    {
        // Another title or date makes nothing new.
        if (logged.Previous is not { } previous || texts.Read(previous.Text) is not { } before || texts.Read(logged.Text) is not { } now
            || TextChange.Between(before, previous.Body, now, logged.Body, logged.Language) is not { } found) return default;
        var line = found.After is { } after ? LineAt(after, corpus) : null;
        return found.After is not null && line is null ? default : (found, line, found.Before?.Slice(before).ToString());
    }

    private DigestLine? LineAt(TextSpan span, CorpusView corpus)
    {
        foreach (var document in passages)
        {
            var passage = corpus.Index.PassageAt(document);
            var sentence = passage.Passage.Sentences.FirstOrDefault(one => one.Span.Overlaps(span)).Span;
            if (!sentence.IsEmpty) return new DigestLine(document, sentence, [], 0, corpus.Words.WordsOf(passage, sentence) ?? "");
        }
        return null;
    }
}
