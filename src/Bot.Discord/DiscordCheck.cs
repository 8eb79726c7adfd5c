using System.Net;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>What Discord says of the settings, asked before anything runs: nothing is connected, registered or posted.</summary>
/// <param name="Known">What was found to be right, as a sentence; null when nothing was.</param>
public sealed record DiscordCheck(string? Known, IReadOnlyList<SetupProblem> Problems)
{
    /// <summary>The note in the data folder that is there while another process was lately seen to answer with the same token.</summary>
    public const string OtherProcessNote = Interactions.InteractionResponder.OtherProcessNote;

    /// <summary>New sessions that Discord allows in a day; that few left mean that something begins them again and again.</summary>
    private const int FewSessions = 100;

    /// <summary>Servers that Discord lists at once.</summary>
    private const int MostListed = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="options">With a token.</param>
    public static async Task<DiscordCheck> LookAsync(DiscordOptions options, TimeProvider time, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var rest = new DiscordRest(Options.Create(options), time);
        using var longest = new CancellationTokenSource(Patience, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop, longest.Token);
        var problems = new List<SetupProblem>();
        string? known = null;
        try
        {
            var application = await rest.GetApplicationAsync(patience.Token);
            problems.AddRange(ApplicationCheck.Problems(application, options));
            var guilds = await rest.GetGuildsAsync(patience.Token);
            known = $"Discord knows the token as the application {ApplicationCheck.Named(application)}, which is in {Counted(guilds.Count)}.";
            if (guilds.Count == 0) problems.Add(new(false, "The bot is in no server yet: open the link that \"discord invite\" prints."));
            problems.AddRange(Permissions(guilds, options));
            var refusing = new List<string>();
            foreach (var guild in options.Guilds)
            {
                if (await CannotRegisterAsync(rest, application.Id, guild, patience.Token)) refusing.Add(guild);
                else if (guilds.Count < MostListed && guilds.All(one => one.Id != guild)) problems.Add(new(false, ApplicationCheck.IsNotIn(guild)));
            }
            // In one that refuses nobody can ask; where all do, nobody can at all.
            problems.AddRange(refusing.Select(guild => new SetupProblem(refusing.Count == options.Guilds.Count, ApplicationCheck.MayNotRegisterIn(guild))));
            if (!options.IsWebhook) problems.AddRange(Sessions(await rest.GetGatewayAsync(patience.Token)));
        }
        catch (DiscordException e)
        {
            // What is away for now is no reason not to start; what is refused is.
            problems.Add(new(e.Status == HttpStatusCode.Unauthorized, e.Message));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            problems.Add(new(false, $"Discord does not answer within {Patience.TotalSeconds:0} seconds."));
        }
        if (ApplicationCheck.ClockProblem(rest.ClockAhead) is { } clock) problems.Add(clock);
        return new DiscordCheck(known, problems);
    }

    private static async Task<bool> CannotRegisterAsync(DiscordRest rest, string application, string guild, CancellationToken stop)
    {
        try
        {
            await rest.GetGuildCommandsAsync(application, guild, stop);
            return false;
        }
        catch (DiscordException e) when (e.Code is ErrorCode.MissingAccess or ErrorCode.UnknownGuild)
        {
            return true;
        }
    }

    /// <summary>Commands are answered without any; posts and answers to mentions are not.</summary>
    private static IEnumerable<SetupProblem> Permissions(IEnumerable<GuildBody> guilds, DiscordOptions options) =>
        from guild in guilds
        where options.Guilds.Count == 0 || options.Guilds.Contains(guild.Id)
        let lacking = DiscordSetup.Lacking(guild.Permissions)
        where lacking.Count > 0
        select new SetupProblem(false, $"In the server {guild.Name ?? guild.Id} the bot lacks {string.Join(", ", lacking)}, without which it cannot answer mentions or post: "
            + "open the link that \"discord invite\" prints and choose that server again.");

    private static IEnumerable<SetupProblem> Sessions(GatewayInfo gateway)
    {
        var left = gateway.SessionStartLimit.Remaining;
        if (left < FewSessions)
        {
            yield return new(left == 0, $"Discord allows {left} more sessions today, of {gateway.SessionStartLimit.Total}: something starts the bot again and again, or another process uses the same token.");
        }
    }

    private static string Counted(int servers) => servers == 1 ? "1 server" : $"{servers} servers";
}
