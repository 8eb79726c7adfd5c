using System.Globalization;

namespace Bot.Chat;

/// <summary>"3 of 11 passages, 4 briefings; searched 212 briefings, newest 2 h ago"; "3 of 10 passages in this answer" where nobody knows how many match.</summary>
public static class FooterText
{
    /// <param name="shown">Passages on the page.</param>
    public static string Of(Footer footer, int shown, DateTimeOffset now) => Of(footer, shown, seen => Ago(now - seen));

    /// <param name="shown">Passages on the page.</param>
    /// <param name="seen">How a platform writes an instant for its readers.</param>
    public static string Of(Footer footer, int shown, Func<DateTimeOffset, string> seen)
    {
        ArgumentNullException.ThrowIfNull(footer);
        ArgumentNullException.ThrowIfNull(seen);
        var newest = footer.Newest is { } instant ? $", newest {seen(instant)}" : "";
        var searched = $"searched {Counted(footer.SearchedBriefings, "briefing")}{newest}";
        if (footer.Passages == 0) return $"S{searched[1..]}";
        var (passages, briefings) = (Counted(footer.Passages, "passage"), Counted(footer.Briefings, "briefing"));
        var different = Counted(footer.Passages, "different passage");
        return footer.Count switch
        {
            FooterCount.AtLeast => $"{shown} of at least {passages}, at least {briefings}; {searched}",
            // Several briefings have them alike: "3 passages, 13 briefings" would look like a mistake.
            FooterCount.Different when shown < footer.Passages => $"{shown} of {different} in {briefings}; {searched}",
            FooterCount.Different when footer.Passages > 1 => $"{different} in {briefings}; {searched}",
            FooterCount.Different => $"{passages} in {briefings}; {searched}",
            FooterCount.Best when shown < footer.Passages => $"{shown} of {passages} in this answer, {briefings}; {searched}",
            FooterCount.Best => $"{passages} in this answer, {briefings}; {searched}",
            _ when shown < footer.Passages => $"{shown} of {passages}, {briefings}; {searched}",
            _ => $"{passages}, {briefings}; {searched}",
        };
    }

    /// <summary>How long ago a briefing was first seen; clocks that go apart make no future of it.</summary>
    public static string Ago(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => $"{(int)age.TotalMinutes} min ago",
        { TotalDays: < 2 } => $"{(int)age.TotalHours} h ago",
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays:N0} days ago"),
    };

    public static string Counted(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
