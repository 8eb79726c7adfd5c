namespace Bot.Chat;

/// <summary>
/// "also in Nbc News (3f9a01bc:0-38), Paris waits (5d02c4e1:7-45) and 2 more (80b1f6aa:0-38, 91c7d20e:0-38)"; "and at least 9 more (..., …)"
/// where the reply has not all of them. Empty where there is no other place.
/// </summary>
public static class AlsoText
{
    /// <summary>More names would be longer than what is quoted; the ids alone still open every place.</summary>
    private const int MostNamed = 2;

    public static string Of(CitationLine citation)
    {
        ArgumentNullException.ThrowIfNull(citation);
        if (citation.AlsoInAll == 0) return "";
        var atLeast = citation.AlsoAtLeast ? "at least " : "";
        if (citation.Also.Count == 0) return $"also in {atLeast}{FooterText.Counted(citation.AlsoInAll, "other place")}";
        var named = string.Join(", ", citation.Also.Take(MostNamed).Select(place => $"{place.Name} ({place.Id})"));
        var more = citation.AlsoInAll - Math.Min(MostNamed, citation.Also.Count);
        if (more == 0) return $"also in {named}";
        var ids = citation.Also.Skip(MostNamed).Select(place => place.Id).ToList();
        if (ids.Count < more && ids.Count > 0) ids.Add("…");
        return $"also in {named} and {atLeast}{more} more" + (ids.Count == 0 ? "" : $" ({string.Join(", ", ids)})");
    }
}
