using Bot.Answers;
using Bot.Briefings;
using Bot.Mentions;
using Bot.Text;
using Bot.Times;

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

    /// <summary>Days: a month or a season is no date to mark.</summary>
    private const int LongestUpcoming = 3;

    // What a story is worth: by its topic most, then by how many outlets have it, how known its people are, how fresh it is.
    private const double TopicWeight = 2, PeopleWeight = 1, FreshWeight = 0.5;

    /// <returns>The digest, and what it tells of, beyond the items shown too.</returns>
    public static (DigestDraft Digest, DigestContent Content) Write(DigestRequest request, CorpusView corpus, TextStore texts)
    {
        var all = NewBriefings.Read(request, corpus, texts);
        var stories = Stories(all, request, corpus, texts);
        // A story whose briefings have changed since it was settled keeps its place, and is not shown.
        var shown = stories.Skip(request.Skip).Take(MostItems).Where(story => story.Count > 0).ToList();
        var digest = new DigestDraft(
            request.From, request.To, request.Zone, request.Topics,
            [.. shown.Select(story => new DigestItemDraft(
                story[0].Line, KindOf(story[0]), story[0].Before, [.. story.Skip(1).Take(MostOthers).Select(one => one.Line)]))],
            Math.Max(0, stories.Count - request.Skip - MostItems),
            People(stories.SelectMany(story => story), corpus),
            Upcoming(stories.Where(story => story.Count > 0).Select(story => story[0]), request));
        var content = new DigestContent([.. stories.SelectMany(story => story.Select((one, i) => new DigestTold(
            one.Logged.Id.Value, one.Logged.Text.Hex, i == 0 ? corpus.WordsOf(one.Line.Source, one.Line.Span) ?? "" : "")))]);
        return (digest, content);
    }

    /// <summary>The best first, and in each the briefing that tells it best. What was told before in the words of another outlet is left out.</summary>
    private static List<List<NewBriefing>> Stories(List<NewBriefing> all, DigestRequest request, CorpusView corpus, TextStore texts)
    {
        if (request.Settled is { } settled) return AsSettled(all, settled);
        var fresh = all.Where(one => !one.IsChanged).ToList();
        var lines = request.Told.Where(told => told.Line.Length > 0).Take(MostTold).Select(told => texts.Read(new TextHash(told.Text)) ?? "").ToList();
        var first = StoryGrouper.Group([
            .. lines.Select(StoryGrouper.Shingles),
            .. fresh.Select(one => StoryGrouper.Shingles(texts.Read(one.Logged.Text, one.Logged.Body) ?? ""))]);
        var stories = fresh.Select((one, i) => (Briefing: one, Story: first[lines.Count + i])).GroupBy(one => one.Story, one => one.Briefing)
            .Where(story => story.Key >= lines.Count)
            .Select(story => story.OrderByDescending(one => one.Topic).ThenBy(one => one.Logged.FirstSeen).ThenBy(one => one.Logged.Id.Value, StringComparer.Ordinal).ToList())
            .Concat(all.Where(one => one.IsChanged).Select(one => new List<NewBriefing> { one }));
        return [.. stories.Select(story => (Story: story, Worth: WorthOf(story, request, corpus)))
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

    private static double WorthOf(List<NewBriefing> story, DigestRequest request, CorpusView corpus)
    {
        var span = (request.To - request.From).TotalMinutes;
        var known = corpus.Index.PeopleOf(story[0].Logged.Id, corpus.Scope)
            .Max(person => (int?)corpus.People.WithKey(NameFolding.Fold(person.Name))?.Briefings) ?? 0;
        return TopicWeight * story[0].Topic + Math.Log(story.Count)
            + PeopleWeight * Math.Log(1 + known) / Math.Log(2 + corpus.Size.Briefings)
            + FreshWeight * Math.Clamp(span > 0 ? (story[0].Logged.Changed - request.From).TotalMinutes / span : 0, 0, 1);
    }

    /// <summary>Each once for a story, whatever its outlets say.</summary>
    private static List<string> People(IEnumerable<NewBriefing> told, CorpusView corpus) =>
        [.. told.SelectMany(one => corpus.Index.PeopleOf(one.Logged.Id, corpus.Scope).Select(person => corpus.People.WithKey(NameFolding.Fold(person.Name))?.Name).OfType<string>().Distinct())
            .CountBy(name => name).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).Take(MostPeople).Select(count => count.Key)];

    private static List<(Snippet, DateOnly)> Upcoming(IEnumerable<NewBriefing> stories, DigestRequest request)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(request.To, Chat.TimeZones.Find(request.Zone) ?? TimeZoneInfo.Utc).DateTime);
        var found =
            from story in stories
            from passage in story.Passages
            from time in passage.Passage.Annotations.Times
            where time is { Type: TimeType.Date or TimeType.Time, Interval: { } days } && days.From > today && days.From <= today.AddDays(UpcomingDays)
                && days.To.DayNumber - days.From.DayNumber <= LongestUpcoming
            let sentence = passage.Passage.Sentences.FirstOrDefault(one => one.Span.Contains(time.Span))
            where !sentence.Span.IsEmpty
            select (Snippet: new Snippet(passage, sentence.Span, 0, [time.Span]), Day: time.Interval!.Value.From);
        return [.. found.DistinctBy(one => (one.Day, one.Snippet.Source.Briefing)).OrderBy(one => one.Day).Take(MostUpcoming)];
    }
}
