using System.Net;

namespace Bot.App.Tests.Web;

public class SafetyTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("localhost:9", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:80", HttpStatusCode.OK)]
    [InlineData("briefings.example", HttpStatusCode.BadRequest)] // a name that somebody made lead here
    [InlineData("localhost.example", HttpStatusCode.BadRequest)]
    [InlineData("192.0.2.1", HttpStatusCode.BadRequest)]
    public async Task Only_the_machines_own_names_are_answered(string host, HttpStatusCode status)
    {
        await using var web = await WebBot.StartAsync();
        foreach (var address in new[] { "/", "/api/indexing", "/healthz" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Host = host;
            using var response = await web.Client.SendAsync(request, Stop);
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task Another_sites_page_gets_no_answer()
    {
        await using var web = await WebBot.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/ask?q=x");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await web.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/app.js")]
    [InlineData("/api/indexing")]
    [InlineData("/nowhere")]
    public async Task A_browser_may_run_nothing_but_our_files(string address)
    {
        await using var web = await WebBot.StartAsync();
        using var response = await web.Client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_browser_that_has_the_page_already_is_sent_nothing()
    {
        await using var web = await WebBot.StartAsync();
        using var first = await web.GetAsync($"/style.css");
        Assert.True(first.Headers.CacheControl?.NoCache);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/style.css");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await web.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var answer = await web.GetAsync($"/api/indexing");
        Assert.True(answer.Headers.CacheControl?.NoStore); // answers change
    }

    [Fact]
    public async Task What_is_not_there_or_not_taken_is_said_in_a_sentence()
    {
        await using var web = await WebBot.StartAsync();
        using var nowhere = await web.GetAsync($"/api/nowhere");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
        Assert.Contains("nothing at this address", await nowhere.Content.ReadAsStringAsync(Stop));
        using var posted = await web.Client.PostAsync(new Uri("/api/ask?q=x", UriKind.Relative), null, Stop);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Contains("another method", await posted.Content.ReadAsStringAsync(Stop));
        using var form = await web.GetAsync($"/login"); // there is none without a password
        Assert.Equal(HttpStatusCode.NotFound, form.StatusCode);
    }

    [Fact]
    public async Task No_question_is_logged_however_much_is_logged()
    {
        await using var web = await WebBot.StartAsync();
        using var asked = await web.GetAsync($"/api/ask?q={"/who Secretname"}");
        using var wrong = await web.GetAsync($"/api/ask?q={"Secretname"}&limit=many");
        using var nowhere = await web.GetAsync($"/Secretname");
        await web.StopBotAsync();
        using var failed = await web.GetAsync($"/api/ask?q={"/who Secretname"}");
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Contains(web.Log, line => line.Contains("Could not answer a /who", StringComparison.Ordinal));
        Assert.DoesNotContain(web.Log, line => line.Contains("Secretname", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Who_comes_when_too_many_wait_is_told_at_once_to_come_back()
    {
        var room = (2 + 64) * Environment.ProcessorCount;
        const int tooMany = 5;
        using var clock = new HeldClock();
        await using var web = await WebBot.StartAsync("", "http://127.0.0.1:0", clock);
        clock.Hold();
        var waiting = Enumerable.Range(0, room + tooMany).Select(_ => web.GetAsync($"/api/ask?q={"/help"}")).ToList();
        try
        {
            for (var i = 0; i < tooMany; i++)
            {
                var refused = await Task.WhenAny(waiting).WaitAsync(TimeSpan.FromMinutes(1), Stop);
                waiting.Remove(refused);
                using var response = await refused;
                Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
                Assert.Equal(1, response.Headers.RetryAfter?.Delta?.TotalSeconds);
            }
            using var alive = await web.GetAsync($"/healthz"); // whoever watches over the process waits in no line
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        }
        finally
        {
            clock.Release();
        }
        foreach (var answered in await Task.WhenAll(waiting))
        {
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
            answered.Dispose();
        }
    }

    /// <summary>Whoever times an answer waits, from Hold to Release.</summary>
    private sealed class HeldClock : TimeProvider, IDisposable
    {
        private readonly ManualResetEventSlim _open = new(initialState: true);

        public void Hold() => _open.Reset();

        public void Release() => _open.Set();

        public void Dispose() => _open.Dispose();

        public override long GetTimestamp()
        {
            _open.Wait(TestContext.Current.CancellationToken);
            return base.GetTimestamp();
        }
    }
}
