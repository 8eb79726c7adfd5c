using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bot.App.Web;

namespace Bot.App.Tests.Web;

public class WebOptionsTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:1")]
    [InlineData("http://[::1]:5080")]
    [InlineData("")] // no page
    public void On_the_machine_itself_no_password_is_needed(string url) => Assert.True(Check(url).Succeeded);

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("http://briefings.example:5080")]
    [InlineData("http://localhost.example:5080")]
    public void Where_others_reach_it_a_password_is_needed(string url)
    {
        Assert.Contains("set Web:Password", Check(url).FailureMessage);
        Assert.Contains("too short", Check(url, "1234567").FailureMessage);
        Assert.True(Check(url, "12345678").Succeeded);
    }

    [Theory]
    [InlineData("5080")]
    [InlineData("https://127.0.0.1:5080")] // TLS is a proxy's work
    [InlineData("http://127.0.0.1:5080/bot")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://*:5080")]
    [InlineData("http://me@127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1")]
    public void A_bad_url_is_one_sentence_that_names_it(string url) => Assert.Contains($"Web:Url is \"{url}\"", Check(url).FailureMessage);

    [Theory]
    [InlineData("http://0.0.0.0:5080", "192.0.2.7", true)] // an address cannot be made to lead elsewhere
    [InlineData("http://0.0.0.0:5080", "evil.example", false)]
    [InlineData("http://briefings.example:5080", "Briefings.example", true)]
    [InlineData("http://briefings.example:5080", "evil.example", false)]
    [InlineData("http://192.0.2.1:5080", "192.0.2.1", true)]
    [InlineData("http://192.0.2.1:5080", "192.0.2.2", false)]
    public void It_is_called_by_the_name_it_was_given(string url, string host, bool isCalled) =>
        Assert.Equal(isCalled, WebAddress.TryParse(url)!.IsCalled(host));

    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://0.0.0.0:5080", true)]
    [InlineData("http://localhost:5080", "http://127.0.0.1:5080", true)]
    [InlineData("http://192.0.2.1:5080", "http://briefings.example:5080", true)]
    [InlineData("http://192.0.2.1:5080", "http://127.0.0.1:5080", false)]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5081", false)]
    [InlineData("http://127.0.0.1:5080", "http://[::1]:5080", false)]
    [InlineData("http://0.0.0.0:5080", "http://[::1]:5080", false)]
    [InlineData("http://[::]:5080", "http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", "http://0.0.0.0:5080", true)]
    [InlineData("http://127.0.0.1:0", "http://127.0.0.1:0", false)]
    public void Two_addresses_overlap_when_not_both_can_be_listened_on(string one, string other, bool overlap)
    {
        Assert.Equal(overlap, WebAddress.TryParse(one)!.Overlaps(WebAddress.TryParse(other)!));
        Assert.Equal(overlap, WebAddress.TryParse(other)!.Overlaps(WebAddress.TryParse(one)!));
    }

    [Fact]
    public async Task The_endpoints_own_address_is_not_the_pages()
    {
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke.");
        (program.Environment["Web__Url"], program.Environment["Endpoints__Url"]) = ("http://127.0.0.1:5997", "http://0.0.0.0:5997");
        Assert.Contains("wrong: Endpoints:Url is \"http://0.0.0.0:5997\", where Web:Url has the page", (await program.RunAsync("", "check")).Output);
    }

    [Fact]
    public async Task A_taken_port_ends_in_one_sentence_and_is_told_by_check()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke.");
        program.Environment["Web__Url"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}");
        var run = await program.RunAsync("/who Lavrov\n");
        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith("leave Web:Url empty.\n", run.Errors);
        Assert.DoesNotContain(run.Errors.Split('\n'), line => line.StartsWith("error", StringComparison.Ordinal));
        Assert.DoesNotContain("Lavrov spoke", run.Output);
        var check = await program.RunAsync("", "check");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("wrong: Web:Url", check.Output);
        var ask = await program.RunAsync("", "ask", "/who", "Lavrov"); // listens nowhere
        Assert.Equal(0, ask.ExitCode);
    }

    [Fact]
    public async Task Check_tells_where_the_page_is_and_never_the_password()
    {
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke.");
        program.Environment["Web__Url"] = "http://0.0.0.0:0";
        program.Environment["Web__Password"] = "correct horse";
        var check = await program.RunAsync("", "check");
        Assert.Contains("Web:Url = http://0.0.0.0:0   [environment]", check.Output);
        Assert.Contains("Web:Password = (set, not shown)", check.Output);
        Assert.DoesNotContain("correct horse", check.Output);
        Assert.Equal(0, check.ExitCode);
        program.Environment["Web__Url"] = "";
        Assert.Contains("Web:Url = (not set)", (await program.RunAsync("", "check")).Output);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(string url, string password = "") =>
        new WebOptionsRules().Validate(null, new WebOptions { Url = url, Password = password });
}
