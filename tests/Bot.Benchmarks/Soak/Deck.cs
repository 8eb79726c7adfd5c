using Bot.Benchmarks.Corpora;

namespace Bot.Benchmarks.Soak;

/// <summary>Cards that come in an order of chance, each once before any comes again: so a short run too has seen every kind.</summary>
internal sealed class Deck<T>(IReadOnlyList<T> cards, Draws draws)
{
    private readonly Queue<T> left = new();

    public T Draw()
    {
        if (left.Count == 0)
        {
            foreach (var card in draws.Shuffled(cards)) left.Enqueue(card);
        }
        return left.Dequeue();
    }
}
