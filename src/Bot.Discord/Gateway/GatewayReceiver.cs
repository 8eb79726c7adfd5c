using Bot.Discord.Interactions;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Hands what the gateway brings to whoever answers it. Everything here comes back at once.</summary>
internal sealed partial class GatewayReceiver(
    InteractionResponder interactions, MentionResponder mentions, CommandRegistration registration, ConnectionState state, ILogger<GatewayReceiver> logger)
{
    private bool hasRegistered;

    /// <param name="succeeded">Told when the session stands.</param>
    public GatewayEvents EventsOf(GatewaySession session, Action succeeded, CancellationToken stop) => new(
        isResumed =>
        {
            succeeded();
            state.Set(null);
            if (isResumed) LogResumed();
            else LogReady();
            // Also when the session before the start is resumed: the commands may be of another version.
            if (isResumed && hasRegistered) return;
            hasRegistered = true;
            registration.Begin(session.Identity!.Application, stop);
        },
        interactions.Receive,
        message => mentions.Receive(message, session.Identity!.User),
        LogUnreadable);

    /// <summary>Completes when no registration goes on; told to stop, that is soon.</summary>
    public Task WhenRegisteredAsync() => registration.Done;

    [LoggerMessage(LogLevel.Information, "Connected to Discord")]
    private partial void LogReady();

    [LoggerMessage(LogLevel.Information, "Connected to Discord again")]
    private partial void LogResumed();

    [LoggerMessage(LogLevel.Warning, "Discord sent an event {Name} that the bot cannot read; it goes on without")]
    private partial void LogUnreadable(string name);
}
