using System.Diagnostics.CodeAnalysis;
using System.Net;
using Bot.Answers;
using Bot.Chat;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Interactions;

/// <summary>Answers messages that mention the bot, where they stand and for all to see, each once. Of other messages Discord hands over no text.</summary>
internal sealed partial class MentionResponder(
    ChatBot bot, ConversationSubjects subjects, DiscordRest rest, OngoingWork work, StoredLines lines, IOptions<DiscordOptions> options, ILogger<MentionResponder> logger)
{
    private readonly SeenIds seen = new();
    private readonly DiscordReply replies = new(lines.Keep);

    /// <summary>Comes back at once; what follows is never thrown.</summary>
    /// <param name="self">The bot's own user id.</param>
    public void Receive(DiscordMessage message, string self)
    {
        if (TextIn(message, self) is not { } text || SpokenLine.AsksNothing(text) || message.ChannelId is null || !seen.IsNew(message.Id)) return;
        work.Begin(stop => RespondAsync(message, text, stop));
    }

    /// <summary>What is said to the bot; null for what is not meant for it: bots', and what mentions everybody or only answers a message of the bot's.</summary>
    internal static string? TextIn(DiscordMessage message, string self)
    {
        if (message.Author is not { Bot: not true } || message.WebhookId is not null || message.Content is not { } content) return null;
        string[] names = [$"<@{self}>", $"<@!{self}>"];
        return names.Any(name => content.Contains(name, StringComparison.Ordinal))
            ? names.Aggregate(content, (text, name) => text.Replace(name, " ", StringComparison.Ordinal)).Trim()
            : null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "One message that cannot be answered must not silence the bot.")]
    private async Task RespondAsync(DiscordMessage message, string text, CancellationToken stop)
    {
        var channel = message.ChannelId!;
        try
        {
            var answer = await work.InTurnAsync(() => Write(message, text, channel), stop);
            try
            {
                await PostAsync(message, answer, stop);
            }
            catch (DiscordException e) when (e is { Status: HttpStatusCode.BadRequest, Code: not ErrorCode.CannotReply })
            {
                // Whoever asked must not be left with nothing.
                var reference = Reference.New();
                LogRefused(e.Message, reference);
                await PostAsync(message, Failed(reference), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The bot stops.
        }
        catch (DiscordException e)
        {
            LogNotPosted(PostProblem.SentenceFor(e, channel));
        }
        catch (Exception e)
        {
            LogUnanswered(e);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whoever asks is told, whatever went wrong.")]
    private MessageBody Write(DiscordMessage message, string text, string channel)
    {
        try
        {
            var asker = message.Author!.Id;
            var (answer, line) = bot.Hear(text, subjects.Of(channel, asker), options.Value.ScopeOf(message.GuildId),
                // What they may do is not sent with a message.
                new Asker(DiscordPlatform.AskerPlatform, channel, asker, MayManage: false));
            subjects.Note(channel, asker, line, isPublic: true);
            return replies.Write(AnswerReply.For(answer), line, 0, isPrivate: false);
        }
        catch (Exception e)
        {
            var reference = Reference.New();
            LogFailed(e, reference);
            return Failed(reference);
        }
    }

    /// <summary>The nonce is the message's own id: after a restart the same message may come again, and its answer stands there already.</summary>
    private Task<DiscordMessage> PostAsync(DiscordMessage message, MessageBody answer, CancellationToken stop) => rest.PostMessageAsync(
        message.ChannelId!, answer with { Nonce = message.Id, EnforceNonce = true, MessageReference = new MessageReference(message.Id) }, stop);

    private static MessageBody Failed(string reference) => new(Content: $"I could not finish. Reference {reference}.");

    [LoggerMessage(LogLevel.Error, "An answer to a mention was refused, reference {Reference}. {Reason}")]
    private partial void LogRefused(string reason, string reference);

    [LoggerMessage(LogLevel.Warning, "A mention could not be answered. {Reason}")]
    private partial void LogNotPosted(string reason);

    [LoggerMessage(LogLevel.Error, "A mention could not be answered")]
    private partial void LogUnanswered(Exception error);

    [LoggerMessage(LogLevel.Error, "Could not answer a mention, reference {Reference}")]
    private partial void LogFailed(Exception error, string reference);
}
