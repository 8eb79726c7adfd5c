using System.Text.Json;
using Bot.Discord.Wire;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Interactions;

/// <summary>Answers some interactions that nobody sent and whose answers go nowhere, before the bot is there to be asked: the first real one must not wait for what loads once.</summary>
internal sealed class Warmup(InteractionHandler handler, IOptions<DiscordOptions> options)
{
    public void Run()
    {
        var somebody = Typed(InteractionType.Autocomplete, "who", "name", "");
        var name = JsonSerializer.Deserialize(handler.Handle(somebody), DiscordJson.Default.AutocompleteCallback)?.Data.Choices is [var first, ..] ? first.Value : "nobody";
        foreach (var (command, option, text) in new[] { ("who", "name", name), ("when", "topic", name), ("ask", "question", $"What did {name} say?"), ("help", "command", "who") })
        {
            handler.Handle(Typed(InteractionType.Command, command, option, text));
        }
    }

    private Interaction Typed(int type, string command, string option, string text) => new(
        "0", "0", type, "", GuildId: options.Value.Guilds is [var guild, ..] ? guild : null, Data: new InteractionData(command, CommandType.ChatInput, [new InteractionOption(option, OptionType.String, JsonSerializer.SerializeToElement(text, DiscordJson.Default.String), Focused: true)]));
}
