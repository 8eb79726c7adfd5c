using System.Globalization;
using Bot.Chat;

namespace Bot.Answers;

/// <summary>The blocks of a digest, of the list of subscriptions and of what was sent.</summary>
internal static class DigestReply
{
    public static IEnumerable<ReplyBlock> Opening(Answer answer, AnswerDigest digest)
    {
        yield return new Heading(string.Create(CultureInfo.InvariantCulture, $"Digest, {Local(digest.To, digest.Zone):yyyy-MM-dd}"));
        var about = digest.Topics.Count == 0 ? "" : $", about {string.Join(", ", digest.Topics)}";
        yield return new Line($"{Counted(digest)} from {Moment(digest.From, digest.Zone)} to {Moment(digest.To, digest.Zone)} ({digest.Zone}){about}.");
        if (digest.People.Count > 0) yield return new Field("Most named", string.Join(", ", digest.People));
        foreach (var coming in digest.Upcoming)
        {
            var passage = answer.Passages[coming.Passage];
            yield return new Field("Coming up " + PassageReply.Day(coming.Day), $"“{passage.Text}” {passage.Title} · {passage.Citation}");
        }
    }

    public static IEnumerable<ReplyBlock> Body(Answer answer, AnswerDigest digest)
    {
        foreach (var item in digest.Items)
        {
            var lead = item switch
            {
                { Kind: "new" } => null,
                { Kind: "takenOut" } => $"Taken out: “{item.Before}”",
                { Before: { } before } => $"Changed; before: “{before}”",
                _ => "Changed; added:",
            };
            foreach (var block in Shown(answer.Passages[item.Passage], lead, item.Others)) yield return block;
        }
    }

    public static IEnumerable<ReplyBlock> Closing(AnswerDigest digest)
    {
        if (digest.More == 0) yield break;
        var more = string.Create(CultureInfo.InvariantCulture, $"{digest.More:N0} more");
        yield return digest.MoreLine is { } line ? new Button(more, line) : new Line($"And {more}.");
    }

    public static IEnumerable<ReplyBlock> List(IReadOnlyList<SubscriptionView> subscriptions)
    {
        foreach (var one in subscriptions)
        {
            var next = one switch
            {
                { IsStopped: true } => "stopped",
                { Next: { } due } => $"next {Moment(due, one.Zone)}",
                _ => "never due",
            };
            yield return new Field(one.Id, Joined(About(one.Topics), one.Place, one.When, next, one.Last));
            if (one.HasDigest) yield return new Button($"Show {one.Id}", $"/digest show {one.Id}");
            yield return one.IsStopped ? new Button($"Resume {one.Id}", $"/digest resume {one.Id}") : new Button($"Stop {one.Id}", $"/digest stop {one.Id}");
        }
    }

    public static IEnumerable<ReplyBlock> Sent(IReadOnlyList<SentDigest> digests)
    {
        foreach (var one in digests)
        {
            var due = Moment(one.Due, one.Zone);
            yield return new Field(due, Joined(one.Zone, About(one.Topics), one.Place, Became(one), one.Subscription));
            // A subscription has one digest a day at most: the day tells it from the others.
            if (one.ShowLine is { } line) yield return new Button($"Show {one.Subscription} of {due[..due.IndexOf(' ', StringComparison.Ordinal)]}", line);
        }
    }

    private static string Became(SentDigest one) => one.Outcome switch
    {
        DigestOutcome.Posted => one.Stories is { } stories ? $"posted, {Stories(stories)}" : "posted",
        DigestOutcome.NothingNew => "nothing was new",
        DigestOutcome.LeftOut => "left out",
        DigestOutcome.Failed => $"not posted: {one.Problem}",
        _ => one.Problem is null ? "being posted" : $"being posted; {one.Problem}",
    };

    private static string About(IReadOnlyList<string> topics) => topics.Count == 0 ? "all that is new" : string.Join(", ", topics);

    private static string Joined(params string?[] parts) => string.Join(" · ", parts.OfType<string>());

    /// <summary>"2023-07-06 07:00" in a time zone; one that this machine does not know is read as UTC.</summary>
    public static string Moment(DateTimeOffset instant, string zone) => Local(instant, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static IEnumerable<ReplyBlock> Shown(AnswerPassage passage, string? lead, IReadOnlyList<AnswerOther> others)
    {
        foreach (var block in PassageReply.Of(passage, lead))
        {
            yield return block is CitationLine line ? line with { Also = [.. others.Select(NameOf)], AlsoInAll = others.Count } : block;
        }

        OtherPlace NameOf(AnswerOther other) => new(
            other.Citation, string.Join(", ", new[] { other.Source, other.Title == passage.Title ? null : other.Title }.OfType<string>().DefaultIfEmpty(other.Briefing)));
    }

    private static string Counted(AnswerDigest digest) => digest.Items.Count + digest.More is > 0 and var many ? Stories(many) : "Nothing new";

    private static string Stories(int count) => count == 1 ? "1 story" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} stories");

    private static DateTimeOffset Local(DateTimeOffset instant, string zone) => TimeZoneInfo.ConvertTime(instant, TimeZones.Find(zone) ?? TimeZoneInfo.Utc);
}
