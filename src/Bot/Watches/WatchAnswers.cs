using System.Security.Cryptography;
using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Digests;
using Bot.State;
using Bot.Subscriptions;
using Bot.Text;
using Microsoft.Extensions.Options;

namespace Bot.Watches;

/// <summary>The subcommands of /watch: questions that wait for a briefing that answers them.</summary>
internal sealed class WatchAnswers(
    WatchStore watches, WatchLedger ledger, DigestLedger deliveries, PersonKeys keys, TextStore texts, IOptions<WatchesOptions> options, IOptions<DigestsOptions> digests, TimeProvider time)
{
    private const int MostShown = 30;

    public static bool Answers(Command command) => command.Name.StartsWith(CommandCatalog.Watch + " ", StringComparison.Ordinal);

    /// <exception cref="Bot.Briefings.Storing.StateException">What is kept of watches cannot be read or written for now.</exception>
    public Draft Find(Command command, CorpusView corpus) => command.By is not { } by
        ? Draft.Failed("A watch belongs to a person and a channel: give it in the chat, at the prompt, or on the page.")
        : command.Name switch
        {
            CommandCatalog.WatchAdd => Add(command, by, corpus),
            CommandCatalog.WatchList => List(by),
            CommandCatalog.WatchStop => Stop(command.Option("id")!, by),
            CommandCatalog.WatchResume => Resume(command.Option("id")!, by, corpus),
            CommandCatalog.WatchShow => Show(command, by, corpus),
            CommandCatalog.WatchQuiet => Quiet(command, by),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.Name, "Not a subcommand of /watch."),
        };

    private Draft Add(Command command, Asker by, CorpusView corpus)
    {
        var (watched, problem) = LookUp.Parse(command.Option("question")!, command.Scope);
        if (watched is null) return Draft.Failed(problem!);
        if (!LookUp.HasWord(command.Option("question")!)) return Draft.Failed("There is no word in that which a briefing could have.");
        var (line, person) = (LookUp.LineOf(watched), keys.Of(by));
        var mine = watches.Of(person, by.Platform, by.Conversation);
        if (mine.FirstOrDefault(one => one.IsWaiting && one.Line.Equals(line, StringComparison.OrdinalIgnoreCase)) is { } same) return Shown("You watch for that here already.", [same], by);
        var watch = new Watch(NewId(), by.Platform, by.Conversation, person, command.Scope.Whole, line, CorpusView.SearchedUpTo(corpus.Revision, corpus.Log, time.GetUtcNow()));
        if (!watches.Add(watch, options.Value.MostPerPerson)) return TooMany();
        var isThere = AnswerFinder.Find(watched, corpus, default).Status is AnswerStatus.Found or AnswerStatus.Several;
        var told = by.Platform == Asker.Page ? "The prompt shows it once, and /watch list has it, when a new briefing answers it." : "I tell it here, once, when a new briefing answers it.";
        return Shown(isThere ? $"Watching. {told} What there is already, {LookUp.TextOf(line)} shows you now." : $"Watching. {told}", [watch], by);
    }

    private Draft TooMany() => Draft.Failed(
        $"You have {options.Value.MostPerPerson} watches waiting; that is as many as one person may have. Stop one first: /watch list shows them.");

    private Draft List(Asker by)
    {
        var all = Mine(by);
        return all.Count == 0
            ? Draft.NotFound("You watch for nothing here. /watch add, with a question, tells you once when a new briefing answers it.")
            : Shown(
                all.Count > MostShown ? $"{MostShown} of {all.Count} watches: first those that were just answered, then those that wait." : null,
                [.. all.OrderBy(RankOf).Take(MostShown)], by);
    }

    /// <summary>What was answered within a day is looked for first; what waits comes before what was answered or stopped earlier.</summary>
    private int RankOf(Watch one) => one switch
    {
        { Stopped: null, Told: { } told } when time.GetUtcNow() - told < TimeSpan.FromDays(1) => 0,
        { IsWaiting: true } => 1,
        _ => 2,
    };

    private Draft Stop(string id, Asker by)
    {
        if (Own(id, by) is not { } one) return Unknown(id);
        var isStopped = watches.Stop(one.Id, time.GetUtcNow());
        return Shown(isStopped ? "Stopped: you are told nothing more of it." : "It was stopped already.", [watches.Find(one.Id)!], by);
    }

    private Draft Resume(string id, Asker by, CorpusView corpus)
    {
        if (Own(id, by) is not { } one) return Unknown(id);
        var waits = watches.Resume(one, CorpusView.SearchedUpTo(corpus.Revision, corpus.Log, time.GetUtcNow()), options.Value.MostPerPerson);
        if (!waits && !one.IsWaiting) return TooMany();
        return Shown(waits ? "Watching again, for what comes from now on." : "It waits already.", [watches.Find(one.Id)!], by);
    }

    private Draft Show(Command command, Asker by, CorpusView corpus)
    {
        if (Own(command.Option("id")!, by) is not { } one) return Unknown(command.Option("id")!);
        if (one.Briefing is null) return Draft.NotFound("No briefing has answered it yet.");
        return WatchTelling.Find(one, corpus, texts)?.Draft ?? Draft.NotFound("The briefing that answered it is gone, or was corrected and answers it no more.");
    }

    private Draft Quiet(Command command, Asker by)
    {
        var person = keys.Of(by);
        if (command.Option("hours") is not { } hours)
        {
            return Said(ledger.QuietOf(person) is { } now ? $"Your watches tell nothing from {now}." : "You have no quiet hours. /watch quiet 22:00-07:00 zone:Europe/Rome sets some.");
        }
        if (hours.Equals("off", StringComparison.OrdinalIgnoreCase))
        {
            watches.SetQuiet(person, null);
            return Said(ledger.QuietOf(person) is { } usual ? $"Now those of this bot hold: your watches tell nothing from {usual}." : "Your watches tell at any hour.");
        }
        var (chosen, problem) = QuietHours.Read(hours, command.Option("zone") ?? digests.Value.Zone);
        if (chosen is null) return Draft.Failed(problem!);
        watches.SetQuiet(person, chosen);
        return Said($"Your watches tell nothing from {chosen}. What comes meanwhile is told when they end.");
    }

    /// <summary>The page is the operator's: there all watches are seen.</summary>
    private IReadOnlyList<Watch> Mine(Asker by) => by.IsOperator ? watches.All() : watches.Of(keys.Of(by), by.Platform, by.Conversation);

    /// <summary>Of somebody else's not even whether it is there is told.</summary>
    private Watch? Own(string id, Asker by)
    {
        var named = id.ToUpperInvariant();
        return watches.Find(named.StartsWith(Watch.Prefix, StringComparison.Ordinal) ? named : Watch.Prefix + named) is { } one
            && (by.IsOperator || (one.Person == keys.Of(by) && one.Platform == by.Platform && one.Conversation == by.Conversation)) ? one : null;
    }

    private static Draft Unknown(string id) => Draft.NotFound($"You have no watch {Misses.Quoted(id)} here. /watch list shows those you have.");

    private static Draft Said(string sentence) => new(AnswerStatus.Found) { Reason = sentence, Watches = [] };

    private Draft Shown(string? reason, IReadOnlyList<Watch> some, Asker by) => new(AnswerStatus.Found) { Reason = reason, Watches = [.. some.Select(one => View(one, by))] };

    private WatchView View(Watch one, Asker by)
    {
        var became = one switch
        {
            { Stopped: { } when } => $"stopped on {DigestReply.Moment(when, digests.Value.Zone)}",
            { Told: { } when } => $"answered on {DigestReply.Moment(when, digests.Value.Zone)}{Became(one)}",
            _ => $"waits since {DigestReply.Moment(one.Created, digests.Value.Zone)}",
        };
        var place = !by.IsOperator ? null : one.Platform == Asker.Page ? "the page" : $"{one.Platform} {one.Conversation}";
        return new WatchView(one.Id[Watch.Prefix.Length..], VisibleText.Shorten(LookUp.TextOf(one.Line), 200), one.Created, one.IsWaiting, became, one.Briefing is not null, place);
    }

    /// <summary>What became of telling it, where it is not told yet.</summary>
    private string Became(Watch one) => deliveries.Newest(one.Id, 1) switch
    {
        [{ State: DeliveryState.Failed } last] => $", not posted: {last.Problem}",
        [{ State: DeliveryState.Due or DeliveryState.Claimed } last] =>
            last.Problem is { } problem ? $", being posted; {problem}" : $", to be told from {DigestReply.Moment(last.Due, digests.Value.Zone)} on",
        _ => "",
    };

    private static string NewId() => Watch.Prefix + RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", 6);
}
