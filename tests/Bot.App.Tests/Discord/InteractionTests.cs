using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.App.Tests.Discord;

/// <summary>What comes of an answer for which it is too late, and of one that stands beside a message which is to stay.</summary>
public sealed class InteractionTests
{
    private const string TooLate = "An answer to Discord came too late";

    [Fact]
    public async Task An_answer_that_comes_too_late_is_logged_once_and_whoever_asks_next_is_answered()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var command = DiscordBot.Command("who", ("name", "Lavrov"));
        var id = bot.Discord.Prepare(command);
        bot.Discord.Expire(id);
        await bot.Discord.Gateway.SendEventAsync("INTERACTION_CREATE", command);
        Assert.Contains("Richard Haass", DiscordBot.TextOf(await bot.CommandAsync("who", ("name", "Haass"))));
        await bot.Bot.Services.GetRequiredService<OngoingWork>().WhenDoneAsync();
        Assert.Equal(1, bot.Discord.CallbacksTo(id));
        Assert.Single(bot.Log, line => line.StartsWith("warning: " + TooLate, StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Log, line => line.StartsWith("error", StringComparison.Ordinal));
        // A mention has no time by which it must be answered.
        var said = await bot.Discord.SayAsync($"<@{FakeObjects.Bot}> who is Lavrov?", mentions: FakeObjects.Bot);
        Assert.StartsWith("-# /who Lavrov", (string)(await bot.Discord.PostedToAsync(said))["content"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_while_the_line_was_down_may_be_over_without_anybody_being_at_fault()
    {
        await using var parts = await DiscordParts.BuildAsync();
        await ReceiveExpiredAsync(parts, DiscordBot.Command("help"), isReplayed: true);
        Assert.Contains("was given while the line to Discord was down", Assert.Single(parts.Log, line => !line.StartsWith("debug", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_types_on_has_no_use_for_the_choices_of_a_letter_before()
    {
        await using var parts = await DiscordParts.BuildAsync();
        await ReceiveExpiredAsync(parts, FakeCommands.Typing("who", "name", "L"), isReplayed: false);
        Assert.Empty(parts.Log);
    }

    [Fact]
    public async Task An_announced_answer_that_comes_too_late_is_logged_and_not_sent_again()
    {
        using var clock = new GatedClock();
        await using var parts = await DiscordParts.BuildAsync(time: clock);
        var id = await AnnouncedAsync(parts, clock, DiscordBot.Command("who", ("name", "Lavrov")));
        parts.Discord.Expire(id);
        clock.Open();
        await DoneAsync(parts);
        Assert.Equal(["POST", "PATCH"], parts.Discord.Requests.Select(request => request.Method));
        Assert.Single(parts.Log, line => line.StartsWith("warning: " + TooLate, StringComparison.Ordinal));
        Assert.DoesNotContain(parts.Log, line => line.StartsWith("error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(502)]
    public async Task A_page_that_is_gone_is_told_once_beside_the_message_that_stays(int? status)
    {
        using var clock = new GatedClock();
        await using var parts = await DiscordParts.BuildAsync(time: clock);
        parts.Discord.Faults.Choose = request => request.Path.EndsWith("/callback", StringComparison.Ordinal) ? null : new FakeFault(status, IsTakenIn: true);
        var press = new JsonObject
        {
            ["type"] = InteractionType.Component,
            ["data"] = new JsonObject { ["custom_id"] = "p1|/who Xanthippe" },
            ["message"] = new JsonObject { ["flags"] = MessageFlags.Ephemeral },
        };
        await AnnouncedAsync(parts, clock, press);
        clock.Open();
        await DoneAsync(parts);
        var said = Assert.Single(parts.Discord.FollowUps);
        Assert.Equal(MessageFlags.Ephemeral, (int)said["flags"]!);
        Assert.Contains("no briefings yet", DiscordBot.TextOf(new JsonObject { ["data"] = said.DeepClone() }));
        Assert.DoesNotContain(parts.Discord.Requests, request => request.Method == "PATCH");
        Assert.Equal(status is null ? 0 : 1, parts.Log.Count(line => line.StartsWith("error: An interaction could not be answered", StringComparison.Ordinal)));
    }

    private static async Task ReceiveExpiredAsync(DiscordParts parts, JsonObject interaction, bool isReplayed)
    {
        parts.Discord.Expire(parts.Discord.Prepare(interaction));
        parts.Get<InteractionResponder>().Receive(Read(interaction), isReplayed);
        await DoneAsync(parts);
        Assert.Equal(404, Assert.Single(parts.Discord.Requests).Status);
    }

    /// <summary>Takes in what somebody does and lets the time go on until they are told that it takes a moment.</summary>
    private static async Task<string> AnnouncedAsync(DiscordParts parts, GatedClock clock, JsonObject interaction)
    {
        clock.Close();
        var id = parts.Discord.Prepare(interaction);
        parts.Get<InteractionResponder>().Receive(Read(interaction), isReplayed: false);
        clock.WaitUntilHeld();
        clock.Advance(TimeSpan.FromSeconds(2));
        await parts.Discord.CallbackOf(id);
        return id;
    }

    private static Task DoneAsync(DiscordParts parts) => parts.Get<OngoingWork>().WhenDoneAsync().WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    private static Interaction Read(JsonObject interaction) => interaction.Deserialize(DiscordJson.Default.Interaction)!;
}
