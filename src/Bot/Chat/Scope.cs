namespace Bot.Chat;

/// <summary>
/// The collections that a conversation may see. Each search, completion, suggestion and count takes one, so that what is
/// not in it is neither found, nor named, nor counted.
/// </summary>
public sealed record Scope(IReadOnlyList<string> Collections)
{
    /// <summary>The collection of a briefing that was put into no other.</summary>
    public const string MainCollection = "main";

    public static Scope Main { get; } = new([MainCollection]);

    /// <summary>
    /// Only these briefings of the collections, by id: for what is asked of those that are new. Null for all. How rare words are, and how they are spelled, is still told by all.
    /// </summary>
    internal IReadOnlySet<string>? Only { get; init; }

    /// <summary>The same without that.</summary>
    internal Scope Whole => Only is null ? this : this with { Only = null };

    /// <summary>The same for equal scopes, in whatever order they name their collections.</summary>
    internal string Key { get; } = string.Join('\n', Collections.Order(StringComparer.Ordinal));

    public bool Sees(string collection) => Collections.Contains(collection);
}
