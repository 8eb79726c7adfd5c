using Bot.Briefings;
using Bot.Discord.Gateway;

namespace Bot.App.Tests.Discord;

/// <summary>How long a session is gone on with, and what is begun in its place.</summary>
public sealed class GatewaySessionTests
{
    /// <summary>Longer than any wait between the connections of a test, and than few beats.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task After_a_session_was_refused_it_waits_one_to_five_seconds_and_begins_anew()
    {
        var clock = new WatchedClock();
        await using var parts = await ConnectedAsync(clock);
        await parts.Get<GatewayReceiver>().WhenRegisteredAsync();
        // Of the application it is asked again in an hour.
        await clock.WaitedForAsync(TimeSpan.FromHours(1));
        clock.ForgetWaits();
        await parts.Discord.Gateway.InvalidateAsync(canResume: false);
        var wait = await clock.WaitedAsync();
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
        clock.Advance(wait - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, parts.Discord.Gateway.Count("connect"));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await parts.Discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 2);
        Assert.Equal(0, parts.Discord.Gateway.Count("resume"));
    }

    [Fact]
    public async Task A_session_that_is_not_taken_up_three_times_is_given_up()
    {
        var clock = new WatchedClock();
        await using var parts = await ConnectedAsync(clock);
        var gateway = parts.Discord.Gateway;
        gateway.RefusesWith = 4000;
        await gateway.CloseAsync(4000);
        await clock.GoOnUntilAsync(gateway.UntilAsync(one => one.Count("refused") == 3), Long);
        gateway.RefusesWith = null;
        await clock.GoOnUntilAsync(gateway.UntilAsync(one => one.Count("identify") + one.Count("resume") == 2), Long);
        Assert.Equal((2, 0), (gateway.Count("identify"), gateway.Count("resume")));
        Assert.All(gateway.Heard.Where(what => what.StartsWith("connect", StringComparison.Ordinal)), what => Assert.Equal("connect", what));
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(6, 2, 0)]
    public async Task Away_for_more_than_five_minutes_it_begins_anew(int minutes, int begun, int resumed)
    {
        var clock = new WatchedClock();
        await using var parts = await ConnectedAsync(clock);
        var gateway = parts.Discord.Gateway;
        gateway.IsAway = true;
        gateway.DropAll();
        await clock.GoOnUntilAsync(gateway.UntilAsync(one => one.Count("away") > 0), Long);
        clock.Advance(TimeSpan.FromMinutes(minutes));
        gateway.IsAway = false;
        await clock.GoOnUntilAsync(gateway.UntilAsync(one => one.Count("identify") + one.Count("resume") == 2), Long);
        Assert.Equal((begun, resumed), (gateway.Count("identify"), gateway.Count("resume")));
    }

    [Theory]
    [InlineData("not JSON", true)]
    [InlineData("[]", true)]
    [InlineData("{}", false)]
    [InlineData("null", false)]
    [InlineData("", false)]
    public async Task A_session_that_was_kept_and_is_damaged_is_begun_anew(string kept, bool isTold)
    {
        await using var parts = await DiscordParts.BuildAsync();
        parts.Get<PlatformNotes>().Write("discord.session", kept);
        await parts.StartAsync<GatewayService>();
        await parts.Discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 1);
        Assert.Equal(1, parts.Discord.Gateway.Count("connect"));
        Assert.Equal(isTold ? 1 : 0, parts.Log.Count(line => line.Contains("could not be kept or read", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_nothing_that_was_kept_can_be_read_a_session_is_begun_and_answers()
    {
        await using var parts = await DiscordParts.BuildAsync();
        parts.Get<PlatformNotes>().Write("discord.session", "kept");
        foreach (var file in Directory.GetFiles(parts.Data, "state.db*"))
        {
            // In its place: whoever has it open sees what became of it.
            await using var damaged = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await damaged.WriteAsync(new byte[damaged.Length], TestContext.Current.CancellationToken);
        }
        await parts.StartAsync<GatewayService>();
        await parts.Discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 1);
        Assert.Contains(parts.Log, line => line.Contains("could not be kept or read", StringComparison.Ordinal));
        Assert.NotNull(await parts.Discord.DoAsync(DiscordBot.Command("help")));
    }

    private static async Task<DiscordParts> ConnectedAsync(WatchedClock clock)
    {
        var parts = await DiscordParts.BuildAsync(time: clock);
        await parts.StartAsync<GatewayService>();
        await parts.Discord.Gateway.UntilAsync(gateway => gateway.Count("identify") == 1);
        // What is answered was asked over the connection: it stands.
        await parts.Discord.DoAsync(DiscordBot.Command("help"));
        return parts;
    }
}
