using Bot.Chat;
using Bot.Indexing;
using Bot.People;

namespace Bot.Answers;

/// <summary>Opens the corpus for one answer.</summary>
internal sealed class CorpusReader(DataFolder data, PeopleSource people, VerbatimCheck check)
{
    private readonly SourceTexts sources = new(data.Texts, data.Log, check);

    // Counting goes over the whole index: once for each snapshot is enough.
    private readonly Dictionary<string, (long Generation, Searched Size)> sizes = new(StringComparer.Ordinal);

    public CorpusView Open(Scope scope)
    {
        var directory = people.Of(data.Index, scope);
        var snapshot = data.Index.Snapshot();
        return new CorpusView(snapshot, directory, sources, scope, SizeOf(snapshot, scope));
    }

    private Searched SizeOf(IndexSnapshot snapshot, Scope scope)
    {
        lock (sizes)
        {
            var generation = data.Index.Generation;
            if (sizes.TryGetValue(scope.Key, out var known) && known.Generation == generation) return known.Size;
            var size = snapshot.Size(scope);
            var searched = new Searched(size.Briefings, size.Passages, data.Log.NewestSeen);
            sizes[scope.Key] = (generation, searched);
            return searched;
        }
    }
}
