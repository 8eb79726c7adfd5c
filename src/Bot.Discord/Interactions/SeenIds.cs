namespace Bot.Discord.Interactions;

/// <summary>The ids of the last interactions, or messages, so that one which comes twice is answered once. Thread-safe.</summary>
internal sealed class SeenIds
{
    /// <summary>Far more than come while a session may be resumed.</summary>
    private const int Most = 20_000;

    private readonly Lock turn = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>True the first time.</summary>
    public bool IsNew(string id)
    {
        lock (turn)
        {
            if (!known.Add(id)) return false;
            order.Enqueue(id);
            if (order.Count > Most) known.Remove(order.Dequeue());
            return true;
        }
    }
}
