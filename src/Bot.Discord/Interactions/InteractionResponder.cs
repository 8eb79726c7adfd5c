using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.Chat;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>
/// Answers the interactions that come over the gateway or the endpoint, each once, beside one another: within three seconds by the answer itself, or by a
/// word that it is being worked on, which the answer then takes the place of.
/// </summary>
internal sealed partial class InteractionResponder(
    InteractionHandler handler, DiscordRest rest, OngoingWork work, PlatformNotes notes, TimeProvider time, ILogger<InteractionResponder> logger)
{
    /// <summary>There while another process was lately seen to answer with the same token.</summary>
    public const string OtherProcessNote = "discord.other-process";

    private static readonly TimeSpan OtherProcessKept = TimeSpan.FromDays(1);

    /// <summary>Discord gives three seconds from its own sending; some of them go on the way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly SeenIds seen = new();

    /// <summary>Takes in what came over the gateway, whose first answer is a request of ours. Comes back at once; what follows is never thrown.</summary>
    /// <param name="isReplayed">Whether it was done while the line was down, so that its three seconds may be over.</param>
    public void Receive(Interaction interaction, bool isReplayed)
    {
        // A resumed session sends again what it cannot know was taken in.
        if (!seen.IsNew(interaction.Id)) return;
        var late = Task.Delay(Patience, time, CancellationToken.None);
        work.Begin(stop => RespondAsync(interaction, first => rest.AnswerAsync(interaction.Id, interaction.Token, first, stop), late, isReplayed, stop));
    }

    /// <summary>The first answer to what came over the endpoint, which takes it out of the response. One that comes twice gets it twice: it changes nothing.</summary>
    /// <returns>A callback, as JSON.</returns>
    public async Task<byte[]> FirstAnswerAsync(Interaction interaction, CancellationToken stop)
    {
        var late = Task.Delay(Patience, time, CancellationToken.None);
        var first = new TaskCompletionSource<byte[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var whole = work.Begin(end => RespondAsync(interaction, Send, late, isReplayed: false, end));
        await Task.WhenAny(first.Task, whole).WaitAsync(stop);
        first.TrySetCanceled(CancellationToken.None);
        return await first.Task;

        Task Send(byte[] answer)
        {
            first.TrySetResult(answer);
            return Task.CompletedTask;
        }
    }

    /// <param name="late">Completes when it has to be said that the answer takes longer.</param>
    [SuppressMessage("Design", "CA1031", Justification = "One interaction that fails must not silence the bot.")]
    private async Task RespondAsync(Interaction interaction, Func<byte[], Task> sendFirst, Task late, bool isReplayed, CancellationToken stop)
    {
        try
        {
            var answering = work.InTurnAsync(() => Answer(interaction), stop);
            var isInTime = interaction.Type == InteractionType.Autocomplete || await Task.WhenAny(answering, late) == answering;
            var announced = isInTime ? null : Deferred(interaction);
            if (announced is not null) await sendFirst(announced);
            var send = announced is null ? sendFirst : answer => SendLaterAsync(interaction, announced, answer, stop);
            try
            {
                await send(await answering);
            }
            catch (DiscordException e) when (e is { Status: HttpStatusCode.BadRequest, Code: not (ErrorCode.AlreadyAcknowledged or ErrorCode.UnknownInteraction) })
            {
                // Whoever asked must not be left with nothing.
                var reference = Reference.New();
                LogRefused(e.Message, reference);
                await send(InteractionHandler.Failed(interaction, reference));
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The bot stops.
        }
        catch (DiscordException e) when (e.Code == ErrorCode.AlreadyAcknowledged)
        {
            LogAnsweredByAnother();
            NoteAnother();
        }
        catch (DiscordException e) when (e.Code is ErrorCode.UnknownInteraction or ErrorCode.UnknownWebhook or ErrorCode.InvalidWebhookToken)
        {
            // Who types on does not wait for the choices of a letter before.
            if (interaction.Type == InteractionType.Autocomplete) return;
            if (isReplayed) LogMissed();
            else LogTooLate();
        }
        catch (Exception e)
        {
            LogUnanswered(e);
        }
    }

    /// <summary>In place of what was announced; or beside it, where a message that was to change is to stay as it is.</summary>
    private Task SendLaterAsync(Interaction interaction, byte[] announced, byte[] answer, CancellationToken stop)
    {
        var (first, second) = (Read(announced), Read(answer));
        if (second.Data is not { } message) return Task.CompletedTask;
        var isBeside = first.Type == CallbackType.DeferredUpdate && second.Type != CallbackType.UpdateMessage;
        return isBeside
            ? rest.FollowUpAsync(interaction.ApplicationId, interaction.Token, message, stop)
            : rest.EditAnswerAsync(interaction.ApplicationId, interaction.Token, message, stop);
    }

    private static MessageCallback Read(byte[] callback) => JsonSerializer.Deserialize(callback, DiscordJson.Default.MessageCallback)!;

    /// <summary>For <c>check</c>, which sees nothing of what a running bot meets.</summary>
    private void NoteAnother()
    {
        try
        {
            notes.Write(OtherProcessNote, "seen", OtherProcessKept);
        }
        catch (StateException e)
        {
            LogUnanswered(e);
        }
    }

    private byte[] Deferred(Interaction interaction)
    {
        try
        {
            return handler.Deferred(interaction);
        }
        catch (StateException)
        {
            // What the button is about cannot be looked up for now, which the answer will say.
            return InteractionHandler.DeferredForTheAsker();
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
            return InteractionHandler.Failed(interaction, reference);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Discord says that a command was answered already: another process uses the same token. Stop one of them, or give it a token of its own")]
    private partial void LogAnsweredByAnother();

    [LoggerMessage(LogLevel.Information, "A command that was given while the line to Discord was down came too late to be answered")]
    private partial void LogMissed();

    [LoggerMessage(LogLevel.Warning, "An answer to Discord came too late, after three seconds or, where it was announced, a quarter of an hour: the machine or the network is too slow, or another process uses the same token")]
    private partial void LogTooLate();

    [LoggerMessage(LogLevel.Error, "An answer was refused, reference {Reference}. {Reason}")]
    private partial void LogRefused(string reason, string reference);

    [LoggerMessage(LogLevel.Error, "An interaction could not be answered")]
    private partial void LogUnanswered(Exception error);

    [LoggerMessage(LogLevel.Error, "Could not answer an interaction, reference {Reference}")]
    private partial void LogFailed(Exception error, string reference);
}
