using Bot.Chat;
using Bot.Discord;
using NSec.Cryptography;

namespace Bot.App.Tests.Discord;

/// <summary>What is set in the developer portal is looked at for as long as the bot runs.</summary>
public sealed class PortalCheckTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task What_is_put_right_is_seen_within_a_minute_and_each_thing_is_told_once()
    {
        var clock = new WatchedClock();
        await using var parts = await DiscordParts.BuildAsync(time: clock);
        parts.Get<ConnectionState>().Set(null);
        parts.Discord.EndpointUrl = "https://example.org/discord";
        using var stop = new CancellationTokenSource();
        var watching = parts.Get<PortalCheck>().WatchAsync(isLooked: false, stop.Token);
        await clock.WaitedForAsync(Minute);
        Assert.Contains("sends none over the gateway", parts.Get<IChatPlatform>().State.Missing);
        clock.Advance(Minute);
        await clock.WaitedForAsync(Minute);
        Assert.Equal(1, Told(parts));

        parts.Discord.EndpointUrl = "";
        clock.Advance(Minute);
        await clock.WaitedForAsync(Hour);
        Assert.True(parts.Get<IChatPlatform>().State.IsConnected);

        // What goes wrong anew is told anew.
        parts.Discord.EndpointUrl = "https://example.org/discord";
        clock.Advance(Hour);
        await clock.WaitedForAsync(Minute);
        Assert.Equal((2, 4), (Told(parts), parts.Discord.Requests.Count));
        // That this clock is not Discord's was so all the time.
        Assert.Single(parts.Log, line => line.Contains("clock", StringComparison.Ordinal));
        await stop.CancelAsync();
        await watching;
    }

    [Fact]
    public async Task A_look_that_failed_is_tried_again_after_a_minute()
    {
        var clock = new WatchedClock();
        await using var parts = await DiscordParts.BuildAsync(time: clock);
        parts.Get<ConnectionState>().Set(null);
        parts.Discord.EndpointUrl = "https://example.org/discord";
        parts.Discord.Fail("/applications/@me", 403);
        using var stop = new CancellationTokenSource();
        var watching = parts.Get<PortalCheck>().WatchAsync(isLooked: false, stop.Token);
        await clock.WaitedForAsync(Minute);
        Assert.True(parts.Get<IChatPlatform>().State.IsConnected);
        clock.Advance(Minute);
        await clock.WaitedForAsync(Minute);
        Assert.False(parts.Get<IChatPlatform>().State.IsConnected);
        await stop.CancelAsync();
        await watching;
    }

    [Fact]
    public async Task A_token_that_is_taken_back_is_told_also_where_nothing_connects()
    {
        using var pair = Key.Create(SignatureAlgorithm.Ed25519);
        var publicKey = Convert.ToHexStringLower(pair.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        await using var parts = await DiscordParts.BuildAsync(settings: [("Discord:Mode", "Webhook"), ("Discord:PublicKey", publicKey)]);
        parts.Get<ConnectionState>().Set(null);
        parts.Discord.Fail("/applications/@me", 401);
        await parts.Get<PortalCheck>().WatchAsync(isLooked: false, TestContext.Current.CancellationToken);
        Assert.Contains("does not take the token", parts.Get<IChatPlatform>().State.Missing);
        Assert.Single(parts.Log, line => line.Contains("does not take the token", StringComparison.Ordinal));
    }

    private static int Told(DiscordParts parts) => parts.Log.Count(line => line.Contains("sends none over the gateway", StringComparison.Ordinal));
}
