using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.App.Tests.Discord;

/// <summary>The bot is named in a channel: it answers there, for all to see, once.</summary>
public sealed class MentionTests
{
    private const string Self = $"<@{FakeObjects.Bot}>";

    [Fact]
    public async Task Who_is_asked_for_in_a_channel_is_told_there_as_an_answer_to_the_message()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var (asked, answer) = await SayAsync(bot, $"{Self} who is Lavrov?");
        Assert.Contains("the country’s highest diplomat", DiscordBot.TextOf(Wrapped(answer)));
        Assert.Null(answer["flags"]);
        Assert.Equal((asked, asked, true), ((string)answer["nonce"]!, (string)answer["message_reference"]!["message_id"]!, (bool)answer["enforce_nonce"]!));
        Assert.DoesNotContain("Share", DiscordBot.Buttons(Wrapped(answer)).Select(button => (string?)button["label"]));
    }

    [Fact]
    public async Task A_question_that_names_nothing_is_about_what_its_asker_spoke_of_before()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        await bot.CommandAsync("who", ("name", "Lavrov"));
        var (_, when) = await SayAsync(bot, $"{Self} when?");
        Assert.StartsWith("-# /when Lavrov", (string)when["content"]!, StringComparison.Ordinal);
        var (_, where) = await SayAsync(bot, $"and where was he, {Self}?");
        Assert.StartsWith("-# /where Lavrov", (string)where["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_for_what_discord_does_not_take_is_told_so_with_a_reference()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        bot.Discord.Fail("/messages", 400, """{"message":"Invalid Form Body","code":50035}""");
        var (asked, answer) = await SayAsync(bot, $"{Self} who is Lavrov?");
        Assert.Matches("^I could not finish. Reference [0-9A-Z]{4}", (string)answer["content"]!);
        Assert.Equal(asked, (string)answer["nonce"]!);
        Assert.Contains(bot.Log, line => line.Contains("An answer to a mention was refused", StringComparison.Ordinal) && line.Contains("Invalid Form Body", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_miss_is_told_in_the_channel_too()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var (_, answer) = await SayAsync(bot, $"{Self} who is Lavrof?");
        Assert.Contains("No briefing contains \"Lavrof\"", DiscordBot.TextOf(Wrapped(answer)));
        Assert.Contains("Lavrov", DiscordBot.TextOf(Wrapped(answer)).Replace("*", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_said_to_it_is_not_answered_and_what_is_comes_once()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        await bot.Discord.SayAsync("who is Lavrov?");
        await bot.Discord.SayAsync("@everyone who is Lavrov?");
        await SayAsync(bot, $"{Self} help");
        await bot.Discord.Gateway.RepeatLastEventAsync();
        await SayAsync(bot, $"{Self} who is Haass?");
        await bot.Bot.Services.GetRequiredService<Bot.Discord.Interactions.OngoingWork>().WhenDoneAsync();
        Assert.Equal(2, Posts(bot).Count);
    }

    [Fact]
    public async Task Named_in_the_old_way_it_answers_too()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var (_, answer) = await SayAsync(bot, $"<@!{FakeObjects.Bot}> who is Lavrov?");
        Assert.StartsWith("-# /who Lavrov", (string)answer["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_machines_nor_thanks_are_answered()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var (machine, news) = (bot.Discord.Said($"{Self} who is Lavrov?", FakeObjects.Bot), bot.Discord.Said($"{Self} who is Lavrov?", FakeObjects.Bot));
        machine["author"]!["bot"] = true;
        news["webhook_id"] = "900000000000000001";
        foreach (var message in new[] { machine, news }) await bot.Discord.SayAsync(message);
        await bot.Discord.SayAsync($"thanks {Self}!", mentions: FakeObjects.Bot);
        await SayAsync(bot, $"{Self} help");
        await bot.Bot.Services.GetRequiredService<Bot.Discord.Interactions.OngoingWork>().WhenDoneAsync();
        Assert.Single(Posts(bot));
    }

    [Fact]
    public async Task Where_it_may_not_post_the_log_says_what_is_missing()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        bot.Discord.Fail("/messages", 403, """{"message":"Missing Permissions","code":50013}""");
        await bot.Discord.SayAsync($"{Self} who is Lavrov?", mentions: FakeObjects.Bot);
        await bot.CommandAsync("help");
        await bot.Bot.Services.GetRequiredService<Bot.Discord.Interactions.OngoingWork>().WhenDoneAsync();
        Assert.Contains(bot.Log, line => line.Contains("give it the permissions Send Messages and Embed Links", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log, line => line.Contains("who is Lavrov", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task From_a_server_that_is_not_named_nothing_is_seen()
    {
        await using var bot = await DiscordBot.ConnectedAsync(settings: ("Discord:GuildIds", "900000000000000009"));
        Assert.Contains("Nothing in the collections this channel may see", DiscordBot.TextOf(await bot.CommandAsync("who", ("name", "Lavrov"))));
        var (_, answer) = await SayAsync(bot, $"{Self} who is Lavrov?");
        Assert.DoesNotContain("diplomat", DiscordBot.TextOf(Wrapped(answer)));
    }

    /// <summary>What was said, and what the bot posted to it.</summary>
    private static async Task<(string Id, JsonNode Answer)> SayAsync(DiscordBot bot, string text)
    {
        var id = await bot.Discord.SayAsync(text, mentions: FakeObjects.Bot);
        return (id, await bot.Discord.PostedToAsync(id));
    }

    private static List<FakeRequest> Posts(DiscordBot bot) => [.. bot.Discord.Requests.Where(request => request.Path.EndsWith("/messages", StringComparison.Ordinal) && request.Status == 200)];

    private static JsonObject Wrapped(JsonNode message) => new() { ["data"] = message.DeepClone() };
}
