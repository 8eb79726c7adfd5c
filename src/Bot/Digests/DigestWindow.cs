using Bot.Answers;

namespace Bot.Digests;

/// <summary>Briefings that digests choose from. For one thread.</summary>
internal sealed class DigestWindow
{
    /// <summary>Sentences about topics that are kept, some half a kilobyte each.</summary>
    private const int MostLines = 20_000;

    private readonly Dictionary<string, DigestCandidates> candidates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, DigestLine>> topics = new(StringComparer.Ordinal);
    private int lines;

    public DigestWindow(IReadOnlyList<BriefingReading> all)
    {
        All = all;
        var passages = all.SelectMany((reading, i) => reading.Passages.Select(passage => (Passage: passage, Owner: i))).OrderBy(one => one.Passage).ToList();
        (Passages, Owners) = ([.. passages.Select(one => one.Passage)], [.. passages.Select(one => one.Owner)]);
    }

    public IReadOnlyList<BriefingReading> All { get; }

    /// <summary>The documents of all their passages, ascending.</summary>
    public int[] Passages { get; }

    /// <summary>Of each passage, which of <see cref="All"/> it is of.</summary>
    public int[] Owners { get; }

    /// <summary>Those that are about any of some topics, in their order; all where none is given.</summary>
    public DigestCandidates About(IReadOnlyList<string> asked, CorpusView corpus, DigestReading reading)
    {
        var key = string.Join('\n', asked);
        if (candidates.TryGetValue(key, out var known)) return known;
        var best = new Dictionary<int, DigestLine>();
        foreach (var topic in asked)
        {
            foreach (var (owner, line) in LinesOf(topic, corpus, reading))
            {
                if (!best.TryGetValue(owner, out var other) || line.Topic > other.Topic) best[owner] = line;
            }
        }
        var found = asked.Count == 0
            ? new DigestCandidates([.. All.Select(one => (one, (DigestLine?)null))])
            : new DigestCandidates([.. best.OrderBy(one => one.Key).Select(one => (All[one.Key], (DigestLine?)one.Value))]);
        Keep(found.All.Count);
        return candidates[key] = found;
    }

    private Dictionary<int, DigestLine> LinesOf(string topic, CorpusView corpus, DigestReading reading)
    {
        if (topics.TryGetValue(topic, out var known)) return known;
        var found = new TopicMatcher(topic, corpus).Lines(this, reading);
        Keep(found.Count);
        return topics[topic] = found;
    }

    private void Keep(int more)
    {
        lines += more;
        if (lines <= MostLines) return;
        candidates.Clear();
        topics.Clear();
        lines = more;
    }
}

/// <summary>Briefings that a digest of some topics may tell of, each with the sentence that says most of them.</summary>
internal sealed class DigestCandidates(IReadOnlyList<(BriefingReading Reading, DigestLine? Line)> all)
{
    private StoryGrouper? stories;

    /// <summary>Without a line where no topic is asked for.</summary>
    public IReadOnlyList<(BriefingReading Reading, DigestLine? Line)> All => all;

    /// <summary>Which of them are the same story, by their places in <see cref="All"/>.</summary>
    public StoryGrouper Stories(DigestReading reading)
    {
        if (stories is not null) return stories;
        var shingles = new List<ulong[]>(all.Count);
        foreach (var (one, _) in all)
        {
            shingles.Add(one.Shingles(reading.Texts));
            reading.Pause();
        }
        return stories = new StoryGrouper(shingles);
    }
}
