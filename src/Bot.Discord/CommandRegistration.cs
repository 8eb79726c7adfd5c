using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>
/// Registers the commands where they are to be, only when their definition or the place has changed: Discord allows 200 a day. In one scope alone, all servers
/// or those named, and takes them out of the others: commands in both are shown twice.
/// </summary>
internal sealed partial class CommandRegistration(IOptions<DiscordOptions> options, DiscordRest rest, PlatformNotes notes, ILogger<CommandRegistration> logger)
{
    private const string HashNote = "discord.commands.hash", PlacesNote = "discord.commands.places", Everywhere = "all";

    /// <summary>The last registration; completed where there was none.</summary>
    public Task Done { get; private set; } = Task.CompletedTask;

    /// <summary>Comes back at once; what goes wrong is logged.</summary>
    public void Begin(string application, CancellationToken stop) => Done = Task.Run(() => RegisterAsync(application, stop), CancellationToken.None);

    private async Task RegisterAsync(string application, CancellationToken stop)
    {
        IReadOnlyList<string> places = options.Value.Guilds is { Count: > 0 } guilds ? guilds : [Everywhere];
        var hash = $"{application} {DiscordCommands.Hash}";
        try
        {
            var before = notes.Read(PlacesNote)?.Split(',') ?? [];
            var isChanged = notes.Read(HashNote) != hash;
            foreach (var place in isChanged ? places : places.Except(before)) await PutAsync(application, place, DiscordCommands.All, stop);
            foreach (var place in before.Except(places)) await TakeOutAsync(application, place, stop);
            if (!isChanged && places.ToHashSet().SetEquals(before)) return;
            notes.Write(PlacesNote, string.Join(',', places));
            notes.Write(HashNote, hash);
            LogRegistered(DiscordCommands.All.Count);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // At the next start.
        }
        catch (DiscordException e) when (e.Code == ErrorCode.MissingAccess)
        {
            LogNotRegistered("The bot may not register commands in a server of Discord:GuildIds: invite it there with the scope applications.commands.");
        }
        catch (Exception e) when (e is DiscordException or StateException)
        {
            LogNotRegistered(e.Message);
        }
    }

    private async Task TakeOutAsync(string application, string place, CancellationToken stop)
    {
        try
        {
            await PutAsync(application, place, [], stop);
        }
        catch (DiscordException e) when (e.Code == ErrorCode.MissingAccess)
        {
            // The bot has left that server, and its commands with it.
        }
    }

    private Task PutAsync(string application, string place, IReadOnlyList<CommandBody> commands, CancellationToken stop) =>
        rest.PutCommandsAsync(application, place == Everywhere ? null : place, commands, stop);

    [LoggerMessage(LogLevel.Information, "Registered {Count} commands with Discord")]
    private partial void LogRegistered(int count);

    [LoggerMessage(LogLevel.Error, "The commands could not be registered with Discord. {Reason}")]
    private partial void LogNotRegistered(string reason);
}
