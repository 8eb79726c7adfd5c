using Bot.App.Tests.Fakes;
using Bot.Chat;
using Bot.Discord;

namespace Bot.App.Tests.Discord;

/// <summary>Where the commands stand: in the servers that are named and nowhere else, again where they have gone, and as soon as a server takes them.</summary>
public sealed class CommandRegistrationTests
{
    private const string Guild = FakeObjects.Guild, Other = "900000000000000009";

    private const string Refusal = """{"message":"Missing Access","code":50001}""";

    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_server_that_the_bot_was_put_out_of_and_into_again_has_its_commands_again()
    {
        await using var parts = await DiscordParts.BuildAsync(settings: ("Discord:GuildIds", Guild));
        await RegisterAsync(parts);
        await RegisterAsync(parts);
        // In the server once; and once for all servers, where another data folder may have left some.
        Assert.Equal(2, Puts(parts.Discord).Count);
        Assert.True(parts.Discord.Commands.TryRemove(Guild, out _));
        await RegisterAsync(parts);
        Assert.Equal(DiscordCommands.All.Count, parts.Discord.Commands[Guild].Count);
    }

    [Fact]
    public async Task When_no_server_is_named_any_more_all_have_the_commands_and_the_one_that_was_has_none_twice()
    {
        var data = Directory.CreateTempSubdirectory("bot-discord-").FullName;
        await using var discord = await FakeDiscord.StartAsync();
        await using (var parts = await DiscordParts.BuildAsync(discord, data, settings: ("Discord:GuildIds", Guild))) await RegisterAsync(parts);
        Assert.Equal((DiscordCommands.All.Count, 0), (discord.Commands[Guild].Count, discord.Commands[""].Count));
        await using (var parts = await DiscordParts.BuildAsync(discord, data))
        {
            await RegisterAsync(parts);
            Assert.Equal((0, DiscordCommands.All.Count), (discord.Commands[Guild].Count, discord.Commands[""].Count));
            var sent = Puts(discord).Count;
            await RegisterAsync(parts);
            Assert.Equal(sent, Puts(discord).Count);
        }
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_server_that_refuses_is_asked_again_after_five_minutes_and_meanwhile_the_state_says_so()
    {
        var clock = new WatchedClock();
        await using var parts = await DiscordParts.BuildAsync(time: clock, settings: ("Discord:GuildIds", Guild));
        for (var i = 0; i < 2; i++) parts.Discord.Fail($"/guilds/{Guild}/commands", 403, Refusal);
        var registration = Begin(parts);
        for (var tries = 1; tries <= 2; tries++)
        {
            await clock.WaitedForAsync(AfterRefusal);
            Assert.Contains($"may not register commands in the server {Guild}", parts.Get<IChatPlatform>().State.Missing);
            clock.Advance(AfterRefusal - TimeSpan.FromMilliseconds(1));
            Assert.Equal(tries, Puts(parts.Discord, isTaken: false).Count);
            clock.Advance(TimeSpan.FromMilliseconds(1));
        }
        await registration.Done;
        Assert.True(parts.Get<IChatPlatform>().State.IsConnected);
        Assert.Single(parts.Log, line => line.Contains("may not register", StringComparison.Ordinal));
        Assert.Equal(DiscordCommands.All.Count, parts.Discord.Commands[Guild].Count);
    }

    [Fact]
    public async Task Where_one_server_takes_them_the_bot_can_be_asked()
    {
        var clock = new WatchedClock();
        await using var parts = await DiscordParts.BuildAsync(time: clock, settings: ("Discord:GuildIds", $"{Other},{Guild}"));
        parts.Discord.Fail($"/guilds/{Other}/commands", 403, Refusal);
        var registration = Begin(parts);
        await clock.WaitedForAsync(AfterRefusal);
        Assert.True(parts.Get<IChatPlatform>().State.IsConnected);
        Assert.Single(parts.Log, line => line.Contains($"may not register commands in the server {Other}", StringComparison.Ordinal));
        clock.Advance(AfterRefusal);
        await registration.Done;
        Assert.Equal([Guild, Other], parts.Discord.Commands.Where(place => place.Value.Count > 0).Select(place => place.Key).Order());
    }

    [Fact]
    public async Task What_cannot_be_cleared_for_now_is_cleared_later()
    {
        var data = Directory.CreateTempSubdirectory("bot-discord-").FullName;
        await using var discord = await FakeDiscord.StartAsync();
        await using (var parts = await DiscordParts.BuildAsync(discord, data, settings: ("Discord:GuildIds", Guild))) await RegisterAsync(parts);
        var clock = new WatchedClock();
        await using (var parts = await DiscordParts.BuildAsync(discord, data, time: clock))
        {
            discord.Fail($"/guilds/{Guild}/commands", 403, "blocked");
            var registration = Begin(parts);
            await clock.WaitedForAsync(AfterRefusal);
            Assert.NotEmpty(discord.Commands[Guild]);
            clock.Advance(AfterRefusal);
            await registration.Done;
            Assert.Empty(discord.Commands[Guild]);
        }
        Directory.Delete(data, recursive: true);
    }

    private static CommandRegistration Begin(DiscordParts parts)
    {
        parts.Get<ConnectionState>().Set(null);
        var registration = parts.Get<CommandRegistration>();
        registration.Begin(FakeDiscord.Application, TestContext.Current.CancellationToken);
        return registration;
    }

    private static Task RegisterAsync(DiscordParts parts) => Begin(parts).Done;

    private static List<FakeRequest> Puts(FakeDiscord discord, bool isTaken = true) =>
        [.. discord.Requests.Where(request => request.Method == "PUT" && request.Status == (isTaken ? 200 : 403))];
}
