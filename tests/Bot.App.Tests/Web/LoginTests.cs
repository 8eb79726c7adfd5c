using System.Net;
using System.Net.Http.Headers;
using Bot.App.Web;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Web;

public class LoginTests
{
    private const string Password = "correct horse battery";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_password_there_are_no_answers_and_the_page_leads_to_the_form()
    {
        await using var web = await StartAsync();
        using var api = await web.GetAsync($"/api/ask?q={"/who Lavrov"}");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal("application/json", api.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Sergey", await api.Content.ReadAsStringAsync(Stop));
        foreach (var hidden in new[] { "/api/openapi.json", "/api/nowhere", "/nowhere" })
        {
            using var refused = await web.Client.GetAsync(new Uri(hidden, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }
        using var page = await web.GetAsync($"/?q={"/who Lavrov"}");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.StartsWith("/login?next=", page.Headers.Location?.ToString());
        using var form = await web.Client.GetAsync(page.Headers.Location, Stop);
        Assert.Contains("value=\"/?q=%2Fwho%20Lavrov\"", await form.Content.ReadAsStringAsync(Stop));
        using var alive = await web.GetAsync($"/healthz");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact]
    public async Task The_form_leaves_a_cookie_that_lets_in()
    {
        await using var web = await StartAsync();
        using var entered = await EnterAsync(web, Password, "/?q=x");
        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Equal("/?q=x", entered.Headers.Location?.ToString());
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        var value = cookie.Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await AskWithCookieAsync(web, value));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithCookieAsync(web, value[..^1] + (value[^1] == 'A' ? 'B' : 'A')));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithCookieAsync(web, value.Replace("=1", "=9", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/?q=x\r\nSet-Cookie: a=b")]
    public async Task After_logging_in_nobody_is_sent_elsewhere(string next)
    {
        await using var web = await StartAsync();
        using var entered = await EnterAsync(web, Password, next);
        Assert.Equal("/", entered.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_script_sends_the_password_as_a_bearer_token()
    {
        await using var web = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, await AskWithTokenAsync(web, Password));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithTokenAsync(web, Password + "!"));
    }

    [Fact]
    public async Task Who_tries_five_wrong_passwords_has_to_wait_even_with_the_right_one()
    {
        await using var web = await StartAsync();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await EnterAsync(web, $"<b>guess {i}</b>", "/");
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            Assert.Contains("That is not the password.", await wrong.Content.ReadAsStringAsync(Stop));
        }
        using var right = await EnterAsync(web, Password, "/");
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.NotNull(right.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskWithTokenAsync(web, Password));
    }

    [Fact]
    public void After_a_minute_one_may_try_again()
    {
        var time = new FakeTimeProvider();
        var failed = new FailedTries(time);
        var (one, other) = (IPAddress.Parse("2001:db8::1"), IPAddress.Parse("2001:db8:1::1"));
        for (var i = 0; i < 5; i++) failed.Add(IPAddress.Parse($"2001:db8::{i + 1}")); // one network, whose addresses are all the same caller's
        Assert.True(failed.MustWait(one));
        Assert.False(failed.MustWait(other));
        time.Advance(TimeSpan.FromSeconds(61));
        Assert.False(failed.MustWait(one));
    }

    [Fact]
    public void A_cookie_holds_twelve_hours_and_in_its_own_process_only()
    {
        var time = new FakeTimeProvider();
        var cookie = new LoginCookie(time);
        var issued = cookie.Issue();
        Assert.True(cookie.IsValid(issued));
        Assert.False(new LoginCookie(time).IsValid(issued));
        Assert.False(cookie.IsValid(null));
        Assert.False(cookie.IsValid("99999999999."));
        time.Advance(TimeSpan.FromHours(12));
        Assert.False(cookie.IsValid(issued));
    }

    private static Task<WebBot> StartAsync() => WebBot.StartAsync(Password, "http://127.0.0.1:0", time: null);

    private static async Task<HttpResponseMessage> EnterAsync(WebBot web, string password, string next)
    {
        using var form = new FormUrlEncodedContent([new("password", password), new("next", next)]);
        return await web.Client.PostAsync(new Uri("/login", UriKind.Relative), form, Stop);
    }

    private static async Task<HttpStatusCode> AskWithCookieAsync(WebBot web, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/indexing");
        request.Headers.Add("Cookie", cookie);
        using var response = await web.Client.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> AskWithTokenAsync(WebBot web, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/indexing");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await web.Client.SendAsync(request, Stop);
        return response.StatusCode;
    }
}
