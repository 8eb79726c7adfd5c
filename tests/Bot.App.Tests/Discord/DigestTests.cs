using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.Digests;
using Bot.Subscriptions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.App.Tests.Discord;

/// <summary>Digests in a server: who may have them posted, and that they are.</summary>
public sealed class DigestTests
{
    private const int Ephemeral = 64;

    /// <summary>Manage Channels, beside what everybody may.</summary>
    private const string Manager = "277025475600";

    [Fact]
    public async Task What_is_new_is_shown_to_the_asker_alone()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var answer = await bot.Discord.DoAsync(FakeCommands.Subcommand("digest", "now"));
        Assert.Equal(Ephemeral, (int)answer["data"]!["flags"]!);
        Assert.Contains("1 story from", DiscordBot.TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_manage_the_channel_has_a_digest_posted_in_it()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var refused = await bot.Discord.DoAsync(FakeCommands.Subcommand("digest", "subscribe", ("at", "07:00"), ("zone", "Europe/Rome")));
        Assert.Contains("Only who may manage this channel", DiscordBot.TextOf(refused), StringComparison.Ordinal);
        var subscribed = await bot.Discord.DoAsync(By(Manager, FakeCommands.Subcommand("digest", "subscribe", ("at", "07:00"), ("zone", "Europe/Rome"))));
        Assert.Contains("Europe/Rome, daily", DiscordBot.TextOf(subscribed), StringComparison.Ordinal);
        Assert.Equal(FakeObjects.Channel, Assert.Single(bot.Bot.Services.GetRequiredService<SubscriptionStore>().All()).Conversation);
    }

    [Fact]
    public async Task A_zone_is_completed_from_its_city()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var typing = FakeCommands.Subcommand("digest", "subscribe", ("zone", "kath"));
        typing["type"] = 4;
        typing["data"]!["options"]![0]!["options"]![0]!["focused"] = true;
        var answer = await bot.Discord.DoAsync(typing);
        Assert.Contains("Asia/Kathmandu", answer["data"]!["choices"]!.AsArray().Select(choice => (string)choice!["value"]!));
    }

    [Fact]
    public async Task A_digest_that_is_due_is_posted_once_into_its_channel()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        await bot.Discord.DoAsync(By(Manager, FakeCommands.Subcommand("digest", "subscribe")));
        var now = bot.Bot.Time.GetUtcNow();
        var subscription = Assert.Single(bot.Bot.Services.GetRequiredService<SubscriptionStore>().All());
        bot.Bot.Services.GetRequiredService<DigestLedger>().Plan([(subscription, [new PlannedDigest(now, now - DigestSchedule.FirstWindow, now, IsSkipped: false)])], now);
        var service = bot.Bot.Services.GetServices<IHostedService>().OfType<DigestService>().Single();
        await service.TurnAsync(TestContext.Current.CancellationToken);
        await service.TurnAsync(TestContext.Current.CancellationToken);
        var posts = bot.Discord.Requests.Where(request => request.Path.EndsWith($"/channels/{FakeObjects.Channel}/messages", StringComparison.Ordinal) && request.Method == "POST").ToList();
        Assert.Contains("Digest, ", Assert.Single(posts).Body!.ToString(), StringComparison.Ordinal);
        var listed = await bot.Discord.DoAsync(FakeCommands.Subcommand("digest", "list"));
        Assert.Contains("posted for", DiscordBot.TextOf(listed), StringComparison.Ordinal);
    }

    private static JsonObject By(string permissions, JsonObject interaction)
    {
        interaction["member"] = new JsonObject { ["permissions"] = permissions };
        return interaction;
    }
}
