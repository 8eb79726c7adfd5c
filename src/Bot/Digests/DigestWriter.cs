using Bot.Answers;
using Bot.Text;

namespace Bot.Digests;

/// <summary>Writes a digest: stories of what is new, ranked, each with one line of a source; whom they name most; which days come.</summary>
internal static class DigestWriter
{
    public const int MostItems = 10;

    private const int MostPeople = 5, MostUpcoming = 3, MostOthers = 9;

    /// <summary>Stories told before that new ones are compared with, the newest.</summary>
    private const int MostTold = 300;

    /// <summary>Days from the digest on: what lies further away is no date to mark yet.</summary>
    private const int UpcomingDays = 60;

    // What a story is worth: by its topic most, then by how many outlets have it, how known its people are, how fresh it is.
    private const double TopicWeight = 2, PeopleWeight = 1, FreshWeight = 0.5;

    /// <returns>The digest, and what it tells of, beyond the items shown too.</returns>
    /// <param name="reading">Of the corpus's moment: what was read for another digest need not be read again.</param>
    public static (DigestDraft Digest, DigestContent Content) Write(DigestRequest request, CorpusView corpus, DigestReading reading)
    {
        var (all, candidates) = NewBriefings.Read(request, corpus, reading);
        var stories = Stories(all, candidates, request, corpus, reading);
        // A story whose briefings have changed since it was settled keeps its place, and is not shown.
        var shown = stories.Skip(request.Skip).Take(MostItems).Where(story => story.Count > 0).ToList();
        var digest = new DigestDraft(
            request.From, request.To, request.Zone, request.Topics,
            [.. shown.Select(story => new DigestItemDraft(
                story[0].Line.In(corpus.Index), KindOf(story[0]), story[0].Before, [.. story.Skip(1).Take(MostOthers).Select(one => one.Line.In(corpus.Index))]))],
            Math.Max(0, stories.Count - request.Skip - MostItems),
            People(stories.SelectMany(story => story), corpus, reading),
            Upcoming(stories.Where(story => story.Count > 0).Select(story => story[0].Reading), request, corpus, reading));
        var content = new DigestContent([.. stories.SelectMany(story => story.Select((one, i) => new DigestTold(
            one.Logged.Id.Value, one.Logged.Text.Hex, i == 0 ? one.Line.Words : "")))]);
        return (digest, content);
    }

    /// <summary>The best first, and in each the briefing that tells it best. What was told before in the words of another outlet is left out.</summary>
    private static List<List<NewBriefing>> Stories(List<NewBriefing> all, DigestCandidates candidates, DigestRequest request, CorpusView corpus, DigestReading reading)
    {
        if (request.Settled is { } settled) return AsSettled(all, settled);
        var fresh = all.Where(one => !one.IsChanged).ToList();
        var places = fresh.Select(one => one.Place).ToHashSet();
        var told = request.Told.Where(told => told.Line.Length > 0).Take(MostTold).Select(told => StoryGrouper.Shingles(reading.Texts.Read(new TextHash(told.Text)) ?? ""));
        var first = candidates.Stories(reading).Group(told, places.Contains);
        var stories = fresh.Where(one => first[one.Place] >= 0).GroupBy(one => first[one.Place])
            .Select(story => story.OrderByDescending(one => one.Topic).ThenBy(one => one.Logged.FirstSeen).ThenBy(one => one.Logged.Id.Value, StringComparer.Ordinal).ToList())
            .Concat(all.Where(one => one.IsChanged).Select(one => new List<NewBriefing> { one }));
        return [.. stories.Select(story => (Story: story, Worth: WorthOf(story, request, corpus, reading)))
            .OrderByDescending(one => one.Worth).ThenBy(one => one.Story[0].Logged.Id.Value, StringComparer.Ordinal).Select(one => one.Story)];
    }

    /// <summary>In the order that was settled: each line begins a story, and the other outlets follow it.</summary>
    private static List<List<NewBriefing>> AsSettled(List<NewBriefing> all, DigestContent settled)
    {
        var known = all.ToDictionary(one => one.Logged.Id.Value);
        var stories = new List<List<NewBriefing>>();
        foreach (var told in settled.Told)
        {
            if (told.Line.Length > 0 || stories.Count == 0) stories.Add([]);
            if (known.GetValueOrDefault(told.Briefing) is { } one) stories[^1].Add(one);
        }
        return stories;
    }

    private static DigestKind KindOf(NewBriefing one) => one.Change switch
    {
        null => DigestKind.New,
        { After: null } => DigestKind.TakenOut,
        _ => DigestKind.Changed,
    };

    private static double WorthOf(List<NewBriefing> story, DigestRequest request, CorpusView corpus, DigestReading reading)
    {
        var span = (request.To - request.From).TotalMinutes;
        var known = story[0].Reading.People(corpus, reading.People).Known;
        reading.Pause();
        return TopicWeight * story[0].Topic + Math.Log(story.Count)
            + PeopleWeight * Math.Log(1 + known) / Math.Log(2 + corpus.Size.Briefings)
            + FreshWeight * Math.Clamp(span > 0 ? (story[0].Logged.Changed - request.From).TotalMinutes / span : 0, 0, 1);
    }

    /// <summary>Each once for a briefing, however often it names them.</summary>
    private static List<string> People(IEnumerable<NewBriefing> told, CorpusView corpus, DigestReading reading) =>
        [.. told.SelectMany(one => one.Reading.People(corpus, reading.People).Names)
            .CountBy(name => name).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(MostPeople).Select(count => count.Key)];

    private static List<(Snippet, DateOnly)> Upcoming(IEnumerable<BriefingReading> stories, DigestRequest request, CorpusView corpus, DigestReading reading)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.To, Chat.TimeZones.Find(request.Zone) ?? TimeZoneInfo.Utc).DateTime);
        var found = new List<(BriefingId Briefing, int Passage, TextSpan Sentence, TextSpan Time, DateOnly Day)>();
        foreach (var story in stories)
        {
            found.AddRange(story.Days(corpus).Where(one => one.Day > today && one.Day <= today.AddDays(UpcomingDays))
                .Select(one => (story.Logged.Id, one.Passage, one.Sentence, one.Time, one.Day)));
            reading.Pause();
        }
        return [.. found.DistinctBy(one => (one.Day, one.Briefing)).OrderBy(one => one.Day).Take(MostUpcoming)
            .Select(one => (new Snippet(corpus.Index.PassageAt(one.Passage), one.Sentence, 0, [one.Time]), one.Day))];
    }
}
