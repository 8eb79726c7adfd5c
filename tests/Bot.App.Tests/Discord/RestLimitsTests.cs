using System.Net;
using Bot.App.Tests.Fakes;
using Bot.Discord;
using Bot.Discord.Rest;
using Bot.Discord.Wire;
using Microsoft.Extensions.Options;

namespace Bot.App.Tests.Discord;

/// <summary>What is sent keeps to the limits that Discord's answers tell of, so that it need not refuse anything; and what it refuses is sent again only where that is safe.</summary>
public sealed class RestLimitsTests : IAsyncLifetime
{
    private const string Post = "POST /channels/{channel}/messages";

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly WatchedClock clock = new();
    private FakeDiscord discord = null!;
    private DiscordRest rest = null!;

    public async ValueTask InitializeAsync()
    {
        discord = await FakeDiscord.StartAsync(isChecked: false);
        discord.Limits = new FakeLimits(clock);
        rest = new DiscordRest(Options.Create(new DiscordOptions { Token = FakeDiscord.Token, ApiUrl = discord.Url }), clock);
    }

    public async ValueTask DisposeAsync()
    {
        rest.Dispose();
        await discord.DisposeAsync();
    }

    [Fact]
    public async Task A_bucket_that_an_answer_tells_to_be_empty_is_waited_for_and_no_other()
    {
        discord.Limits.Set(Post, 1, Window);
        await PostAsync();
        var second = PostAsync();
        await clock.WaitedForAsync(Window);
        await PostAsync(channel: "300000000000000002");
        clock.Advance(Window - TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, discord.Requests.Count);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await second;
        Assert.Equal([200, 200, 200], Statuses);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refused_for_all_every_route_waits_and_refused_for_itself_its_own_alone(bool isGlobal)
    {
        var pause = TimeSpan.FromSeconds(2);
        discord.Faults.Add("/messages", FakeFault.Limit(pause, isGlobal));
        var refused = PostAsync();
        await clock.WaitedForAsync(pause);
        var other = rest.GetGatewayAsync(TestContext.Current.CancellationToken);
        if (isGlobal) await clock.WaitedForAsync(pause);
        else await clock.GoOnUntilAsync(other);
        Assert.Equal(isGlobal ? [429] : [429, 200], Statuses);
        clock.Advance(pause);
        await refused;
        await other;
        Assert.Equal([429, 200, 200], Statuses);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Longer_than_half_a_minute_nobody_is_kept_waiting_without_a_word(bool isRefused)
    {
        if (isRefused) discord.Faults.Add("/messages", FakeFault.Limit(TimeSpan.FromSeconds(45), isGlobal: false));
        else discord.Limits.Set(Post, 1, TimeSpan.FromSeconds(45));
        if (!isRefused) await PostAsync();
        var problem = await RefusalOfAsync(PostAsync());
        Assert.Contains("asks to wait for another 45 seconds", problem.Message);
        Assert.Equal((HttpStatusCode.TooManyRequests, true), (problem.Status, problem.IsPassing));
        Assert.Equal([isRefused ? 429 : 200], Statuses);
        Assert.False(clock.HasWaits);
    }

    [Fact]
    public async Task When_a_bucket_is_full_again_one_goes_first_and_the_others_as_its_answer_allows()
    {
        discord.Limits.Set(Post, 3, Window);
        for (var i = 0; i < 3; i++) await PostAsync();
        var others = Enumerable.Range(0, 4).Select(_ => PostAsync()).ToList();
        for (var i = 0; i < 4; i++) await clock.WaitedForAsync(Window);
        var answered = new TaskCompletionSource();
        discord.Faults.Add("/messages", new FakeFault(Until: answered.Task));
        clock.Advance(Window);
        // Of how much it is full only the first answer tells, which the three others wait for.
        for (var i = 0; i < 3; i++) await clock.WaitedForAsync(TimeSpan.FromSeconds(1));
        Assert.InRange(discord.Requests.Count, 3, 4);
        answered.SetResult();
        await await Task.WhenAny(others);
        Assert.Equal(4, discord.Requests.Count);
        clock.Advance(TimeSpan.FromSeconds(1));
        await clock.WaitedForAsync(TimeSpan.FromSeconds(4));
        while (others.Count(one => one.IsCompletedSuccessfully) < 3) await Task.Yield();
        clock.Advance(TimeSpan.FromSeconds(4));
        await Task.WhenAll(others);
        Assert.Equal(Enumerable.Repeat(200, 7), Statuses);
    }

    [Theory]
    [InlineData(502, false)]
    [InlineData(null, true)]
    public async Task What_is_said_beside_an_answer_is_not_said_again_when_it_may_stand_there(int? status, bool isDropped)
    {
        discord.Faults.Add("/webhooks/", new FakeFault(status, IsTakenIn: true, IsDropped: isDropped));
        await RefusalOfAsync(FollowUpAsync());
        Assert.Single(discord.Requests);
        Assert.Single(discord.FollowUps);
    }

    [Fact]
    public async Task What_is_said_beside_an_answer_is_said_again_when_it_was_refused_for_its_haste()
    {
        discord.Faults.Add("/webhooks/", FakeFault.Limit(TimeSpan.FromSeconds(2), isGlobal: false));
        var saying = FollowUpAsync();
        await clock.WaitedForAsync(TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromSeconds(2));
        await saying;
        Assert.Equal([429, 200], Statuses);
        Assert.Single(discord.FollowUps);
    }

    [Fact]
    public async Task What_may_be_sent_twice_is_when_the_line_breaks()
    {
        discord.Faults.Add("/gateway/bot", new FakeFault(IsDropped: true));
        var asking = rest.GetGatewayAsync(TestContext.Current.CancellationToken);
        await clock.GoOnUntilAsync(asking);
        Assert.Equal(2, discord.Requests.Count);
    }

    /// <summary>What was thrown; the time goes on for what waits in place of it.</summary>
    private async Task<DiscordException> RefusalOfAsync(Task sending)
    {
        await clock.GoOnUntilAsync(sending.ContinueWith(_ => { }, TaskScheduler.Default));
        return await Assert.ThrowsAsync<DiscordException>(() => sending);
    }

    private IEnumerable<int> Statuses => discord.Requests.Select(request => request.Status);

    private Task<DiscordMessage> PostAsync(string channel = FakeObjects.Channel) => rest.PostMessageAsync(channel, new MessageBody(Content: "Nothing new."), TestContext.Current.CancellationToken);

    private Task FollowUpAsync() => rest.FollowUpAsync(FakeDiscord.Application, FakeInteractions.TokenOf("1"), new MessageBody(Content: "Nothing new."), TestContext.Current.CancellationToken);
}
