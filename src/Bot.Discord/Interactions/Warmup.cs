using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Bot.Discord.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Interactions;

/// <summary>Answers some interactions that nobody sent and whose answers go nowhere, before the bot is there to be asked: the first real one must not wait for what loads once.</summary>
internal sealed partial class Warmup(InteractionHandler handler, IOptions<DiscordOptions> options, ILogger<Warmup> logger)
{
    /// <summary>What goes wrong with it goes wrong with nothing else: whoever asks is answered all the same, and told.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "No answer is owed to anybody here.")]
    public void Run(CancellationToken stop)
    {
        try
        {
            Answer(stop);
        }
        catch (Exception e)
        {
            LogFailed(e);
        }
    }

    private void Answer(CancellationToken stop)
    {
        var somebody = Typed(InteractionType.Autocomplete, "who", "name", "");
        var name = JsonSerializer.Deserialize(handler.Handle(somebody), DiscordJson.Default.AutocompleteCallback)?.Data.Choices is [var first, ..] ? first.Value : "nobody";
        foreach (var (command, option, text) in new[] { ("who", "name", name), ("when", "topic", name), ("ask", "question", $"What did {name} say?"), ("help", "command", "who") })
        {
            if (stop.IsCancellationRequested) return;
            handler.Handle(Typed(InteractionType.Command, command, option, text));
        }
    }

    private Interaction Typed(int type, string command, string option, string text)
    {
        var value = JsonSerializer.SerializeToElement(text, DiscordJson.Default.String);
        var data = new InteractionData(command, CommandType.ChatInput, [new InteractionOption(option, OptionType.String, value, Focused: true)]);
        return new Interaction("0", "0", type, "", data, GuildId: options.Value.Guilds is [var guild, ..] ? guild : null);
    }

    [LoggerMessage(LogLevel.Warning, "Warming up failed; the first answers may take longer")]
    private partial void LogFailed(Exception error);
}
