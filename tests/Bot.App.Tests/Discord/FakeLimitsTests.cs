using Bot.App.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Discord;

/// <summary>The fake of Discord limits as Discord does.</summary>
public sealed class FakeLimitsTests
{
    private const string Post = "POST /channels/{channel}/messages";

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Whoever_sends_too_much_is_refused_until_the_bucket_is_full_again()
    {
        var limits = new FakeLimits(clock);
        limits.Set(Post, 2, TimeSpan.FromSeconds(5));
        Assert.Equal((null, "1", "5.000"), Take(limits, Post, "1"));
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((null, "0", "3.000"), Take(limits, Post, "1"));
        Assert.Equal((TimeSpan.FromSeconds(3), "0", "3.000"), Take(limits, Post, "1"));
        Assert.Equal((null, "1", "5.000"), Take(limits, Post, "2"));
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal((null, "1", "5.000"), Take(limits, Post, "1"));
    }

    [Fact]
    public void All_that_goes_out_with_the_bots_token_is_limited_together_and_answers_are_not()
    {
        var limits = new FakeLimits(clock) { InAll = 1 };
        Assert.Null(limits.Take(new DefaultHttpContext().Response, Post, "1", isExempt: false));
        Assert.Equal((TimeSpan.FromSeconds(1), true), limits.Take(new DefaultHttpContext().Response, "GET /gateway/bot", "", isExempt: false));
        Assert.Null(limits.Take(new DefaultHttpContext().Response, "POST /interactions/{id}/{token}/callback", "1", isExempt: true));
    }

    private static (TimeSpan? Wait, string Left, string ResetAfter) Take(FakeLimits limits, string route, string resource)
    {
        var answer = new DefaultHttpContext().Response;
        var refused = limits.Take(answer, route, resource, isExempt: false);
        return (refused?.Wait, answer.Headers["X-RateLimit-Remaining"].ToString(), answer.Headers["X-RateLimit-Reset-After"].ToString());
    }
}
