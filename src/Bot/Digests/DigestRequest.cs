namespace Bot.Digests;

/// <summary>What a digest is asked to tell of.</summary>
/// <param name="From">What came after it; up to <paramref name="To"/>.</param>
/// <param name="Told">What its readers were told already.</param>
internal sealed record DigestRequest(DateTimeOffset From, DateTimeOffset To, string Zone, IReadOnlyList<string> Topics, IReadOnlyList<DigestTold> Told)
{
    /// <summary>
    /// How far back is looked for what was not told though it came before <see cref="From"/>, as what was in the log and not yet in the index; itself where nothing is.
    /// </summary>
    public DateTimeOffset Floor { get; init; } = From;

    /// <summary>What a try before settled to tell; null for the first.</summary>
    public DigestContent? Settled { get; init; }

    /// <summary>How many of the stories come before those that are wanted: what stands behind the button.</summary>
    public int Skip { get; init; }
}
