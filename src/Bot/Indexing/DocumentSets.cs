namespace Bot.Indexing;

/// <summary>Documents of one segment in ascending order, each looked at once.</summary>
internal interface IDocuments
{
    /// <summary>Behind the last.</summary>
    public const int None = int.MaxValue;

    /// <summary>The document it stands on; -1 before the first, <see cref="None"/> behind the last.</summary>
    int Document { get; }

    /// <summary>How many there are at most: it tells with which of several to begin.</summary>
    long Cost { get; }

    /// <summary>Goes to the first document from <paramref name="target"/> on; stays where it is already as far.</summary>
    /// <returns>Where it stands then.</returns>
    int Advance(int target);
}

/// <summary>The documents that are in any of some sets.</summary>
internal sealed class AnyOf : IDocuments
{
    private readonly PriorityQueue<IDocuments, int> next = new();

    /// <param name="sets">None of them begun.</param>
    public AnyOf(IReadOnlyList<IDocuments> sets)
    {
        foreach (var set in sets) next.Enqueue(set, set.Document);
        Cost = sets.Sum(set => set.Cost);
    }

    public int Document { get; private set; } = -1;

    public long Cost { get; }

    public int Advance(int target)
    {
        while (Document < target)
        {
            if (!next.TryPeek(out var first, out var at)) Document = IDocuments.None;
            else if (at >= target) Document = at;
            else if (first.Advance(target) is var found and not IDocuments.None) next.DequeueEnqueue(first, found);
            else next.Dequeue();
        }
        return Document;
    }
}

/// <summary>The documents that are in every one of some sets.</summary>
internal sealed class AllOf : IDocuments
{
    private readonly IDocuments[] rarestFirst;

    /// <param name="sets">One or more.</param>
    public AllOf(IEnumerable<IDocuments> sets) => rarestFirst = [.. sets.OrderBy(set => set.Cost)];

    public int Document { get; private set; } = -1;

    public long Cost => rarestFirst[0].Cost;

    public int Advance(int target)
    {
        if (Document >= target) return Document;
        if (rarestFirst.Length == 1) return Document = rarestFirst[0].Advance(target);
        for (var agreed = 0; agreed < rarestFirst.Length && target != IDocuments.None;)
        {
            var found = rarestFirst[agreed].Advance(target);
            agreed = found == target || agreed == 0 ? agreed + 1 : 0;
            target = found;
        }
        return Document = target;
    }

    /// <summary>All of them that pass, in their order and as they are asked for.</summary>
    public IEnumerable<int> Documents(DocumentFilter filter)
    {
        while (Advance(Document + 1) != IDocuments.None)
        {
            if (filter.Passes(Document)) yield return Document;
        }
    }
}
