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
    IOptions<DiscordOptions> options, DiscordRest rest, PlatformNotes notes, TimeProvider time, ILogger<CommandRegistration> logger)
{
    private const string HashNote = "discord.commands.hash.", PlacesNote = "discord.commands.places", Everywhere = "all";

    /// <summary>The last registration; completed where there was none.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    /// <summary>Comes back at once; what goes wrong is logged, and tried again while it may yet go.</summary>
    public void Begin(string application, CancellationToken stop) => Done = Task.Run(() => RegisterAsync(application, stop), CancellationToken.None);

    private async Task RegisterAsync(string application, CancellationToken stop)
    {
        var backoff = new Backoff(Random.Shared.NextDouble);
        try
        {
            while (!await TryAsync(application, stop)) await Task.Delay(backoff.Next(), time, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // At the next start.
        }
        catch (StateException e)
        {
            LogNotRegistered(e.Message);
        }
    }

    /// <returns>True when nothing is left that may go later.</returns>
    private async Task<bool> TryAsync(string application, CancellationToken stop)
    {
        IReadOnlyList<string> places = options.Value.Guilds is { Count: > 0 } guilds ? guilds : [Everywhere];
        // Where nothing is known of before, commands for all servers may be there from another data folder.
        var before = notes.Read(PlacesNote)?.Split(',') ?? [Everywhere];
        var hash = $"{application} {DiscordCommands.Hash}";
        var (put, left) = (0, new List<string>());
        foreach (var place in places.Where(place => notes.Read(HashNote + place) != hash))
        {
            switch (await PutAsync(application, place, DiscordCommands.All, stop))
            {
                case true:
                    notes.Write(HashNote + place, hash);
                    put++;
                    break;
                case null:
                    left.Add(place);
                    break;
            }
        }
        foreach (var place in before.Except(places))
        {
            notes.Write(HashNote + place, "");
            if (await PutAsync(application, place, [], stop) is null) left.Add(place);
        }
        notes.Write(PlacesNote, string.Join(',', places.Union(left)));
        if (put > 0) LogRegistered(DiscordCommands.All.Count);
        return left.Count == 0;
    }

    /// <returns>Whether the place took them; null when it may later.</returns>
    private async Task<bool?> PutAsync(string application, string place, IReadOnlyList<CommandBody> commands, CancellationToken stop)
    {
        try
        {
            await rest.PutCommandsAsync(application, place == Everywhere ? null : place, commands, stop);
            return true;
        }
        catch (DiscordException e) when (e.Code is ErrorCode.MissingAccess or ErrorCode.UnknownGuild)
        {
            // From a server that the bot has left, its commands have gone with it.
            if (commands.Count > 0) LogNotRegistered(ApplicationCheck.MayNotRegisterIn(place));
            return false;
        }
        catch (DiscordException e)
        {
            LogNotRegistered(e.Message);
            return e.IsPassing ? null : false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Registered {Count} commands with Discord")]
    private partial void LogRegistered(int count);

    [LoggerMessage(LogLevel.Error, "The commands could not be registered with Discord. {Reason}")]
    private partial void LogNotRegistered(string reason);
}
