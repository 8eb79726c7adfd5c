using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Bot.Chat;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>
/// Answers the interactions that come over the gateway, each once, beside one another: within three seconds by the answer itself, or by a word that it is
/// being worked on, which the answer then takes the place of.
/// </summary>
internal sealed partial class InteractionResponder(InteractionHandler handler, DiscordRest rest, TimeProvider time, ILogger<InteractionResponder> logger)
{
    /// <summary>Discord gives three seconds from its own sending; some of them go on the way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly SeenInteractions seen = new();
    private readonly ConcurrentDictionary<Task, bool> working = new();

    /// <summary>Comes back at once; what follows is never thrown.</summary>
    public void Receive(Interaction interaction, CancellationToken stop)
    {
        // A resumed session sends again what it cannot know was taken in.
        if (!seen.IsNew(interaction.Id)) return;
        var work = Task.Run(() => RespondAsync(interaction, stop), CancellationToken.None);
        working.TryAdd(work, true);
        _ = work.ContinueWith(done => working.TryRemove(done, out _), TaskScheduler.Default);
    }

    /// <summary>Completes when all that was received so far is answered.</summary>
    public Task WhenAnsweredAsync() => Task.WhenAll(working.Keys);

    [SuppressMessage("Design", "CA1031", Justification = "One interaction that fails must not silence the bot.")]
    private async Task RespondAsync(Interaction interaction, CancellationToken stop)
    {
        try
        {
            var answering = Task.Run(() => Answer(interaction), CancellationToken.None);
            using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var isInTime = interaction.Type == InteractionType.Autocomplete
                || await Task.WhenAny(answering, Task.Delay(Patience, time, late.Token)) == answering;
            await late.CancelAsync();
            if (!isInTime) await rest.AnswerAsync(interaction.Id, interaction.Token, InteractionHandler.Deferred(interaction), stop);
            var answer = await answering;
            if (isInTime) await rest.AnswerAsync(interaction.Id, interaction.Token, answer, stop);
            else if (InteractionHandler.MessageOf(answer) is { } message) await rest.EditAnswerAsync(interaction.ApplicationId, interaction.Token, message, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The bot stops.
        }
        catch (DiscordException e) when (e.Code == ErrorCode.AlreadyAcknowledged)
        {
            LogAnsweredByAnother();
        }
        catch (DiscordException e) when (e.Code == ErrorCode.UnknownInteraction)
        {
            LogTooLate();
        }
        catch (Exception e)
        {
            LogUnanswered(e);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whoever asks is told, whatever went wrong.")]
    private byte[] Answer(Interaction interaction)
    {
        try
        {
            return handler.Handle(interaction);
        }
        catch (Exception e)
        {
            var reference = Reference.New();
            LogFailed(e, reference);
            return InteractionHandler.Failed(reference);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Discord says that a command was answered already: another process uses the same token. Stop one of them, or give it a token of its own")]
    private partial void LogAnsweredByAnother();

    [LoggerMessage(LogLevel.Warning, "An answer to Discord came after its three seconds were over: the machine or the network is too slow, or another process uses the same token")]
    private partial void LogTooLate();

    [LoggerMessage(LogLevel.Error, "An interaction could not be answered")]
    private partial void LogUnanswered(Exception error);

    [LoggerMessage(LogLevel.Error, "Could not answer an interaction, reference {Reference}")]
    private partial void LogFailed(Exception error, string reference);
}
