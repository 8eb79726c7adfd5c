namespace Bot.Mentions;

/// <summary>A name found in the words [From, To); <paramref name="Type"/> is null while nothing tells what it names.</summary>
internal readonly record struct NameSpan(int From, int To, EntityType? Type)
{
    public int Length => To - From;
}
