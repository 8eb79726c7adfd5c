using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>
/// Registers the commands where they are to be, only where their definition has changed: Discord allows 200 a day. In one scope alone, all servers or those
/// named, and takes them out of the others: commands in both are shown twice. One place that refuses keeps no other from its commands.
/// </summary>
internal sealed partial class CommandRegistration(
    IOptions<DiscordOptions> options, DiscordRest rest, PlatformNotes notes, ConnectionState state, TimeProvider time, ILogger<CommandRegistration> logger)
{
    private const string HashNote = "discord.commands.hash.", PlacesNote = "discord.commands.places.", Everywhere = "all";

    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(5);

    private HashSet<string> told = [];

    /// <summary>The last registration; completed where there was none.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    /// <summary>Comes back at once; what goes wrong is logged, and tried again until it goes. One registration at a time: what goes on does what another would.</summary>
    public void Begin(string application, CancellationToken stop)
    {
        if (Done.IsCompleted) Done = Task.Run(() => RegisterAsync(application, stop), CancellationToken.None);
    }

    private async Task RegisterAsync(string application, CancellationToken stop)
    {
        var backoff = new Backoff(Random.Shared.NextDouble);
        try
        {
            while (await TryAsync(application, stop) is { } left)
            {
                var wait = backoff.Next();
                // Somebody has to let the bot in first, which takes them minutes.
                await Task.Delay(left.IsRefused && wait < AfterRefusal ? AfterRefusal : wait, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // At the next start.
        }
    }

    /// <returns>Null when nothing is left to do; else why not.</returns>
    private async Task<Unregistered?> TryAsync(string application, CancellationToken stop)
    {
        try
        {
            return await RegisterInAllAsync(application, stop);
        }
        catch (StateException e)
        {
            var problem = new Unregistered(IsRefused: false, IsGone: false, $"The commands could not be registered with Discord. {e.Message}");
            state.SetUnregistered(problem.Sentence);
            Tell([problem]);
            return problem;
        }
    }

    private async Task<Unregistered?> RegisterInAllAsync(string application, CancellationToken stop)
    {
        IReadOnlyList<string> places = options.Value.Guilds is { Count: > 0 } guilds ? guilds : [Everywhere];
        // Where nothing is known of before, commands for all servers may be there from another data folder.
        var before = notes.Read(PlacesNote + application)?.Split(',') ?? [Everywhere];
        var hash = $"{application} {DiscordCommands.Hash}";
        var (put, left) = (0, new Dictionary<string, Unregistered>());
        foreach (var place in places)
        {
            if (notes.Read(HashNote + place) == hash && await StandAsync(application, place, stop)) continue;
            if (await PutAsync(application, place, DiscordCommands.All, stop) is { } problem)
            {
                left[place] = problem;
                continue;
            }
            notes.Write(HashNote + place, hash);
            put++;
        }
        state.SetUnregistered(left.Count == places.Count ? left[places[0]].Sentence : null);
        foreach (var place in before.Except(places))
        {
            notes.Write(HashNote + place, "");
            // From a server that the bot has left, its commands have gone with it.
            if (await PutAsync(application, place, [], stop) is { IsGone: false } problem) left[place] = problem;
        }
        notes.Write(PlacesNote + application, string.Join(',', places.Union(left.Keys)));
        if (put > 0) LogRegistered(DiscordCommands.All.Count);
        Tell(left.Values);
        return left.Count == 0 ? null : left.Values.First();
    }

    /// <summary>What was right in between is told again.</summary>
    private void Tell(IReadOnlyCollection<Unregistered> problems)
    {
        foreach (var problem in problems.DistinctBy(problem => problem.Sentence).Where(problem => !told.Contains(problem.Sentence))) LogNotRegistered(problem.Sentence);
        told = [.. problems.Select(problem => problem.Sentence)];
    }

    /// <summary>A server's commands go when the bot is put out of it, and do not come back with it.</summary>
    private async Task<bool> StandAsync(string application, string place, CancellationToken stop)
    {
        if (place == Everywhere) return true;
        try
        {
            return (await rest.GetGuildCommandsAsync(application, place, stop)).Count > 0;
        }
        catch (DiscordException)
        {
            // Putting them tells why.
            return false;
        }
    }

    /// <returns>Null when the place has taken them.</returns>
    private async Task<Unregistered?> PutAsync(string application, string place, IReadOnlyList<CommandBody> commands, CancellationToken stop)
    {
        try
        {
            await rest.PutCommandsAsync(application, place == Everywhere ? null : place, commands, stop);
            return null;
        }
        catch (DiscordException e)
        {
            return e.Code is ErrorCode.MissingAccess or ErrorCode.UnknownGuild
                ? new Unregistered(IsRefused: true, IsGone: true, ApplicationCheck.MayNotRegisterIn(place))
                : new Unregistered(!e.IsPassing, IsGone: false, $"The commands could not be registered with Discord. {e.Message}");
        }
    }

    /// <param name="IsRefused">Whether somebody has to change something first.</param>
    /// <param name="IsGone">Whether the bot is not in that place.</param>
    private sealed record Unregistered(bool IsRefused, bool IsGone, string Sentence);

    [LoggerMessage(LogLevel.Information, "Registered {Count} commands with Discord")]
    private partial void LogRegistered(int count);

    [LoggerMessage(LogLevel.Error, "{Reason}")]
    private partial void LogNotRegistered(string reason);
}
