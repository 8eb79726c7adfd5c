using System.Collections.Concurrent;
using Bot.Chat;
using Bot.Indexing;
using Bot.People;

namespace Bot.Answers;

/// <summary>Opens the corpus for one answer.</summary>
internal sealed class CorpusReader(DataFolder data, PeopleSource people, VerbatimCheck check)
{
    private readonly SourceTexts sources = new(data.Texts, data.Log, check);

    // Counting goes over the whole index: once for each snapshot is enough.
    private readonly Dictionary<string, (long Generation, CorpusSummary Summary)> summaries = new(StringComparer.Ordinal);

    public CorpusView Open(Scope scope)
    {
        // Read before the snapshot: a size may then be counted once too often, and is never kept for a newer snapshot than it is of.
        var generation = data.Index.Generation;
        var revision = data.Index.SearchedRevision;
        var directory = people.Of(data.Index, scope);
        var snapshot = data.Index.Snapshot();
        try
        {
            return new CorpusView(snapshot, directory, sources, scope, SummaryOf(snapshot, scope, generation)) { Revision = revision };
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
    }

    private CorpusSummary SummaryOf(IndexSnapshot snapshot, Scope scope, long generation)
    {
        lock (summaries)
        {
            if (summaries.TryGetValue(scope.Key, out var known) && known.Generation == generation) return known.Summary;
            var size = snapshot.Size(scope);
            var summary = new CorpusSummary(new Searched(size.Briefings, size.Passages, size.Briefings == 0 ? null : data.Log.NewestSeen), snapshot.Languages());
            summaries[scope.Key] = (generation, summary);
            return summary;
        }
    }
}

/// <summary>What is counted and looked for once in a corpus as a whole.</summary>
internal sealed class CorpusSummary(Searched size, IReadOnlyList<string> languages)
{
    private readonly ConcurrentDictionary<string, (PeopleDirectory People, IReadOnlyList<string> Lines)> examples = new(StringComparer.Ordinal);

    public Searched Size => size;

    /// <summary>ISO 639-1, the most frequent first.</summary>
    public IReadOnlyList<string> Languages => languages;

    /// <summary>Lines that the corpus answers, for as long as it and its people are the same.</summary>
    public IReadOnlyList<string> Examples(string command, PeopleDirectory people, Func<IReadOnlyList<string>> find)
    {
        if (examples.TryGetValue(command, out var known) && ReferenceEquals(known.People, people)) return known.Lines;
        var lines = find();
        examples[command] = (people, lines);
        return lines;
    }
}
