using System.Globalization;
using Bot.Answers;
using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.Chat;
using Bot.Subscriptions;
using Microsoft.Extensions.Options;

namespace Bot.Digests;

/// <summary>The subcommands of /digest: what was new, and who wants it when.</summary>
internal sealed class DigestAnswers(
    SubscriptionStore subscriptions, DigestLedger ledger, TextStore texts, IOptions<DigestsOptions> options, TimeProvider time)
{
    /// <summary>Of a conversation: more would flood it.</summary>
    private const int MostOfConversation = 20;

    /// <summary>Of all conversations, in a list for whoever runs the bot.</summary>
    private const int MostOfAll = 100;

    /// <summary>Of those that were due.</summary>
    private const int MostSent = 20;

    /// <summary>Of /digest now: as many stories as are read.</summary>
    private const int MostPages = 200;

    public static bool Answers(Command command) => command.Name.StartsWith(CommandCatalog.Digest + " ", StringComparison.Ordinal);

    /// <exception cref="StateException">What is kept of subscriptions cannot be read or written for now.</exception>
    public Draft Find(Command command, CorpusView corpus) => command.Name switch
    {
        CommandCatalog.DigestNow => Now(command, corpus),
        _ when command.By is not { } by => Draft.Failed($"/{command.Name} belongs to a channel: give it in the chat, at the prompt, or on the page."),
        CommandCatalog.DigestList => List(command.By!),
        CommandCatalog.DigestSent => Sent(command.By!),
        CommandCatalog.DigestShow or CommandCatalog.DigestMore => Again(command, command.By!, corpus),
        _ when !command.By!.MayManage => new Draft(AnswerStatus.NotAllowed)
        {
            Reason = "Only who may manage this channel may change its digests. /digest now shows you what is new, and nobody else sees it.",
        },
        CommandCatalog.DigestSubscribe => Subscribe(command, command.By!),
        CommandCatalog.DigestStop => Stop(command, command.By!),
        CommandCatalog.DigestResume => Resume(command, command.By!),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.Name, "Not a subcommand of /digest."),
    };

    /// <summary>The last day, as somebody who has seen nothing yet.</summary>
    private Draft Now(Command command, CorpusView corpus)
    {
        var now = time.GetUtcNow();
        var page = int.Parse(command.Option("page") ?? "1", CultureInfo.InvariantCulture);
        var topics = command.Option("topics");
        var request = new DigestRequest(now - DigestSchedule.FirstWindow, now, options.Value.Zone, SubscriptionReader.TopicsOf(topics), [])
        {
            Skip = (Math.Min(page, MostPages) - 1) * DigestWriter.MostItems,
        };
        var more = $"/{CommandCatalog.DigestNow}{(topics is null ? "" : " " + topics)} page:{page + 1}";
        var digest = DigestWriter.Write(request, corpus, new DigestReading(corpus, texts)).Digest;
        return page > 1 && digest.Items.Count == 0
            ? Draft.NotFound($"page:{page} is beyond the last page. /{CommandCatalog.DigestNow} shows the first.")
            : DraftOf(digest with { MoreLine = more });
    }

    /// <summary>
    /// A digest that was posted, as far as its briefings are still as they were: the newest of a subscription, or of the one that a button names ("7Q4KAB-1772431200-10") the
    /// stories after so many.
    /// </summary>
    private Draft Again(Command command, Asker by, CorpusView corpus)
    {
        var isMore = command.Name == CommandCatalog.DigestMore;
        var parts = command.Option("id")!.Split('-');
        if (Theirs(parts[0], by) is not { } one) return Unknown(parts[0], by);
        var delivery = isMore && parts.Length > 1
            ? parts.Length == 3 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var due) ? ledger.Find(one.Id, Instant(due)) : null
            : ledger.Newest(one.Id, MostOfConversation).FirstOrDefault(last => last is { Content: not null, State: not (DeliveryState.Merged or DeliveryState.Skipped) });
        if (delivery is not { Content: { } content }) return Draft.NotFound("No such digest was posted yet. /digest now shows what is new.");
        var skip = isMore && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : isMore ? DigestWriter.MostItems : 0;
        var request = new DigestRequest(delivery.From, delivery.To, one.Times.Zone, one.Topics, []) { Settled = content, Skip = skip };
        return DraftOf(DigestWriter.Write(request, corpus, new DigestReading(corpus, texts)).Digest with { MoreLine = MoreLine(delivery, skip + DigestWriter.MostItems) });
    }

    /// <summary>The command that shows what a digest had no room for.</summary>
    /// <param name="skip">How many stories come before.</param>
    public static string MoreLine(Delivery delivery, int skip) =>
        string.Create(CultureInfo.InvariantCulture, $"/{CommandCatalog.DigestMore} {delivery.Subscription}-{delivery.Due.ToUnixTimeSeconds()}-{skip}");

    private static DateTimeOffset Instant(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    public static Draft DraftOf(DigestDraft digest) => new(digest.Items.Count > 0 ? AnswerStatus.Found : AnswerStatus.NotFound)
    {
        Digest = digest,
        Reason = digest.Items.Count > 0 ? null : digest.Topics.Count == 0 ? "Nothing is new." : $"Nothing is new about {Misses.Quoted(string.Join(", ", digest.Topics))}.",
        Snippets = [.. digest.Items.Select(item => item.Snippet), .. digest.Upcoming.Select(coming => coming.Snippet)],
    };

    private Draft Subscribe(Command command, Asker by)
    {
        var now = time.GetUtcNow();
        var (subscription, problem) = SubscriptionReader.Read(command, by, options.Value, now);
        if (subscription is null) return Draft.Failed(problem!);
        var there = subscriptions.Of(by.Platform, by.Conversation).Where(one => one.Stopped is null).ToList();
        if (there.Find(one => one.Topics.SequenceEqual(subscription.Topics, StringComparer.OrdinalIgnoreCase) && one.Times == subscription.Times) is { } same)
        {
            return Shown("This channel has that digest already.", by, [same]);
        }
        if (there.Count >= MostOfConversation) return Draft.Failed($"This channel has {there.Count} digests; that is as many as it may have. Stop one first.");
        subscriptions.Add(subscription);
        return Shown(
            by.Platform == Asker.Page ? "Subscribed. /digest show has the digest here from then on." : "Subscribed. The digest will be posted here.", by, [subscription]);
    }

    private Draft List(Asker by)
    {
        var (all, most) = (AllOf(by), by.IsOperator ? MostOfAll : MostOfConversation);
        if (all.Count == 0) return Draft.NotFound($"{(by.IsOperator ? "There is" : "This channel has")} no digest. /digest subscribe makes one; /digest now shows what is new.");
        var listed = all.OrderBy(one => one.Stopped is not null).ThenByDescending(one => one.Created).Take(most).ToList();
        return Shown(all.Count > most ? $"{most} of {all.Count} digests: first those that go on, the newest first." : null, by, listed);
    }

    private Draft Sent(Asker by)
    {
        var all = AllOf(by).ToDictionary(one => one.Id);
        var newest = by.IsOperator ? ledger.NewestOf(null, null, MostSent) : ledger.NewestOf(by.Platform, by.Conversation, MostSent);
        // One that was made since the first look has sent nothing that is missed here.
        var sent = newest.Where(last => all.ContainsKey(last.Subscription)).Select(last => SentView(last, all[last.Subscription], by)).ToList();
        return sent.Count == 0 ? Draft.NotFound("No digest was due yet. /digest now shows what is new.") : new Draft(AnswerStatus.Found) { Sent = sent };
    }

    private IReadOnlyList<Subscription> AllOf(Asker by) => by.IsOperator ? subscriptions.Everywhere() : subscriptions.Of(by.Platform, by.Conversation);

    private Draft Stop(Command command, Asker by)
    {
        if (Theirs(command.Option("id")!, by) is not { } one) return Unknown(command.Option("id")!, by);
        var isStopped = subscriptions.Stop(one.Id, time.GetUtcNow());
        return Shown(isStopped ? "Stopped: nothing more of it is posted." : "It was stopped already.", by, [subscriptions.Find(one.Id)!]);
    }

    private Draft Resume(Command command, Asker by)
    {
        if (Theirs(command.Option("id")!, by) is not { } one) return Unknown(command.Option("id")!, by);
        var goesOn = subscriptions.Resume(one, time.GetUtcNow());
        return Shown(goesOn ? "It goes on from now; what was new meanwhile is not told." : "It was not stopped.", by, [subscriptions.Find(one.Id)!]);
    }

    /// <summary>In a channel only its own: of another conversation not even whether it is there is told.</summary>
    private Subscription? Theirs(string id, Asker by) => subscriptions.Find(id.ToUpperInvariant()) is { } one
        && (by.IsOperator || (one.Platform == by.Platform && one.Conversation == by.Conversation)) ? one : null;

    private static Draft Unknown(string id, Asker by) => Draft.NotFound(by.IsOperator
        ? $"There is no digest {Misses.Quoted(id)}. /digest list shows all there are."
        : $"This channel has no digest {Misses.Quoted(id)}. /digest list shows those it has.");

    private Draft Shown(string? reason, Asker by, IReadOnlyList<Subscription> some) =>
        new(AnswerStatus.Found) { Reason = reason, Subscriptions = [.. some.Select(one => View(one, by))] };

    private SubscriptionView View(Subscription one, Asker by)
    {
        var last = ledger.Newest(one.Id, 1) is [var newest] ? newest : null;
        return new SubscriptionView(
            one.Id, one.Topics, one.Times.ToString(), one.Times.Zone, one.Stopped is not null, one.Stopped is null ? one.NextDue : null, one.LastDue,
            last is null ? null : Became(last, one), last is { Items: > 0 })
        {
            Place = PlaceOf(one, by),
        };
    }

    private static SentDigest SentView(Delivery last, Subscription one, Asker by)
    {
        var outcome = OutcomeOf(last);
        return new SentDigest(
            one.Id, last.Due, one.Times.Zone, one.Topics, outcome, last.Items, last.Problem,
            outcome == DigestOutcome.Posted && last.Content is not null ? MoreLine(last, skip: 0) : null, PlaceOf(one, by));
    }

    /// <summary>Whoever sees only what is their own knows where it is.</summary>
    private static string? PlaceOf(Subscription one, Asker by) =>
        !by.IsOperator ? null : one.Platform == Asker.Page ? "the page" : $"{one.Platform} {one.Conversation}";

    private static DigestOutcome OutcomeOf(Delivery last) => last.State switch
    {
        DeliveryState.Confirmed when last.Items == 0 => DigestOutcome.NothingNew,
        DeliveryState.Confirmed => DigestOutcome.Posted,
        DeliveryState.Skipped or DeliveryState.Merged => DigestOutcome.LeftOut,
        DeliveryState.Failed => DigestOutcome.Failed,
        _ => DigestOutcome.BeingPosted,
    };

    private static string Became(Delivery last, Subscription one)
    {
        var due = DigestReply.Moment(last.Due, one.Times.Zone);
        return OutcomeOf(last) switch
        {
            DigestOutcome.NothingNew => $"nothing was new on {due}",
            DigestOutcome.Posted => $"posted for {due}",
            DigestOutcome.LeftOut => $"left out on {due}",
            DigestOutcome.Failed => $"not posted for {due}: {last.Problem}",
            _ => $"being posted for {due}{(last.Problem is null ? "" : $"; {last.Problem}")}",
        };
    }
}
