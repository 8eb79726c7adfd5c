using Bot.Answers;
using Bot.Briefings;
using Bot.Text;

namespace Bot.Digests;

/// <summary>Reads what is new or was corrected in a digest's window, of its topics, and was not told before.</summary>
internal static class NewBriefings
{
    /// <summary>After a bulk import the newest are enough for a morning; the others are among those of the days after.</summary>
    private const int MostRead = 2_000;

    /// <returns>Them, and the candidates that they are among.</returns>
    public static (List<NewBriefing> New, DigestCandidates Candidates) Read(DigestRequest request, CorpusView corpus, DigestReading reading)
    {
        var told = request.Told.ToLookup(one => one.Briefing, one => one.Text);
        var window = request.Settled is { } settled
            ? reading.Of(StillThere(settled, corpus), corpus)
            : reading.Between(request.Floor, request.To, MostRead, corpus);
        var candidates = window.About(request.Topics, corpus, reading);
        var found = new List<NewBriefing>();
        for (var place = 0; place < candidates.All.Count; place++)
        {
            var (one, match) = candidates.All[place];
            var isTold = request.Settled is null && told.Contains(one.Logged.Id.Value);
            if (isTold && told[one.Logged.Id.Value].Contains(one.Logged.Text.Hex)) continue;
            if (Read(one, place, match, isNew: one.Logged.FirstSeen > request.Floor && !isTold, corpus, reading) is { } read) found.Add(read);
        }
        return (found, candidates);
    }

    /// <summary>Of what was settled, in that order, the briefings that still have the same text.</summary>
    private static List<LoggedBriefing> StillThere(DigestContent settled, CorpusView corpus)
    {
        var logged = corpus.Log.Find(settled.Told.Select(told => new BriefingId(told.Briefing)));
        return [.. settled.Told.Select(told => logged.GetValueOrDefault(new BriefingId(told.Briefing)) is { IsGone: false } one && one.Text.Hex == told.Text ? one : null)
            .OfType<LoggedBriefing>()];
    }

    private static NewBriefing? Read(BriefingReading one, int place, DigestLine? match, bool isNew, CorpusView corpus, DigestReading reading)
    {
        if (!isNew && one.Logged.Previous is null) return null;
        var line = match ?? one.Lead(corpus);
        reading.Pause();
        if (line is null) return null;
        if (isNew) return new NewBriefing(one, place, line, match?.Topic ?? 1, Change: null, Before: null);
        var (change, changed, before) = one.Change(corpus, reading.Texts);
        return change is null ? null : new NewBriefing(one, place, changed ?? line, match?.Topic ?? 1, change, before);
    }
}
