using System.Globalization;
using Bot.App.Tests.Fakes;

namespace Bot.Benchmarks.Soak;

/// <summary>A command that was given.</summary>
/// <param name="Id">Of the interaction, or of the message that mentions the bot.</param>
/// <param name="HadSession">Whether there was a session to tell of it: Discord tells nobody later.</param>
/// <param name="At">Seconds from the beginning.</param>
internal sealed record GivenCommand(string Id, bool IsMention, FaultPlan Plan, bool HadSession, double At)
{
    public bool IsAnswered(FakeDiscord discord) => IsMention ? discord.IsPostedTo(Id) : discord.IsAnswered(Id);

    /// <summary>Why nobody can expect an answer; null where one is owed.</summary>
    public string? Excuse => !HadSession ? "no session" : Plan.IsFinal ? Plan.Name : null;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"the {(IsMention ? "mention" : "command")} {Id}, given after {At:0.0} s, of whose answers {(Plan.Name.Length > 0 ? $"it was drawn: {Plan.Name}" : "nothing was drawn")}");
}

/// <summary>What became of all of them.</summary>
/// <param name="Excused">Not answered, by the reason.</param>
internal sealed record SoakTally(int Count, int Answered, IReadOnlyList<GivenCommand> Lost, IReadOnlyList<GivenCommand> Doubled, IReadOnlyDictionary<string, int> Excused)
{
    public static SoakTally Of(IReadOnlyCollection<GivenCommand> given, FakeDiscord discord)
    {
        var requests = discord.Requests.ToLookup(request => RestFaults.CommandOf(request) ?? "", StringComparer.Ordinal);
        var open = given.Where(command => !command.IsAnswered(discord)).ToList();
        return new SoakTally(
            given.Count, given.Count - open.Count, open.FindAll(command => command.Excuse is null), [.. given.Where(command => IsDoubled(command, [.. requests[command.Id]]))],
            open.Where(command => command.Excuse is not null).GroupBy(command => command.Excuse!).ToDictionary(group => group.Key, group => group.Count()));
    }

    public override string ToString()
    {
        var reasons = Excused.Count == 0 ? "" : $" ({string.Join(", ", Excused.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value:N0}"))})";
        return $"{Count:N0} commands, {Answered:N0} answered, {Lost.Count:N0} lost, {Doubled.Count:N0} doubled, {Excused.Values.Sum():N0} excused{reasons}";
    }

    /// <summary>Sent more often than the fake gave reason to: once, once more in place of a word that it takes a moment, and once for each refusal.</summary>
    private static bool IsDoubled(GivenCommand command, IReadOnlyList<FakeRequest> requests)
    {
        var isAnnounced = requests.Any(request => (int?)request.Body?["type"] is FakeDiscord.DeferredMessage or FakeDiscord.DeferredUpdate);
        return requests.Count > 1 + (isAnnounced ? 1 : 0) + RestFaults.Refusals(command.Plan);
    }
}
