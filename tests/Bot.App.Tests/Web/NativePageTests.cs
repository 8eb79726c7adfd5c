using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.App.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.App.Tests.Web;

/// <summary>What was trimmed from the web server, its routes, its JSON or the page's files is missed only when the native program is asked for it.</summary>
public partial class NativePageTests(Chromium chromium)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_native_program_serves_the_page_and_each_file_that_it_loads()
    {
        await using var native = await NativePage.StartAsync(("a.txt", "Lavrov spoke in New York."));
        var page = await native.Client.GetStringAsync(new Uri("/", UriKind.Relative), Stop);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "src", "Bot.App", "Web", "wwwroot")))
        {
            var name = Path.GetFileName(file);
            if (name == Login.Form) continue; // there is none without a password
            var text = await File.ReadAllTextAsync(file, Stop);
            if (name == "index.html")
            {
                Assert.Equal(text, page);
                continue;
            }
            using var response = await native.Client.GetAsync(new Uri(name, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(text, await response.Content.ReadAsStringAsync(Stop));
        }
    }

    [Fact]
    public async Task The_native_program_answers_over_http_and_follows_a_changed_file()
    {
        await using var native = await NativePage.StartAsync(("a.txt", "Lavrov spoke in New York."));
        Assert.Equal("alive", (string?)(await native.ReadAsync("/healthz"))["status"]);
        Assert.True((bool)(await native.ReadAsync("/readyz"))["ready"]!);
        Assert.Equal("/who Lavrov", (string?)(await native.ReadAsync("/api/complete?line=%2Fwho+La"))[0]!["line"]);
        Assert.Equal("Lavrov spoke in New York.", await FirstPassageAsync());

        await native.ChangeAsync("a.txt", "Lavrov spoke in Minsk.");
        Assert.Equal("Lavrov spoke in Minsk.", await FirstPassageAsync());

        async Task<string?> FirstPassageAsync() => (string?)(await native.ReadAsync("/api/ask?q=%2Fwho+Lavrov"))["passages"]![0]!["text"];
    }

    [Fact]
    public async Task The_native_program_sends_what_the_built_one_sends()
    {
        (string Name, string Text)[] files =
        [
            ("a.txt", "On 3 April 2023 Sergey Lavrov, the Russian foreign minister, met Richard Haass in New York. “Talks will go on,” Lavrov said."),
            ("bad.jsonl", "no json\n"),
        ];
        await using var native = await NativePage.StartAsync(files);
        await using var built = await WebBot.StartAsync(files);
        foreach (var address in new[]
        {
            ApiDescription.Path, "/api/reply?q=%2Fwho+Lavrov", "/api/reply?q=%2Fhelp", "/api/ask?q=%2Fwhen+talks", "/api/ask?q=%2Fsays+Lavrov",
            "/api/ask?q=%2Fwhere+talks", "/api/ask", "/api/ask?q=x&limit=many", "/api/briefings", "/api/briefings?page=1", "/api/indexing", "/nowhere",
        })
        {
            Assert.Equal(await LastingAsync(built.Client, address), await LastingAsync(native.Client, address));
        }
    }

    [Fact]
    public async Task A_person_asks_the_native_program_in_a_browser()
    {
        await using var native = await NativePage.StartAsync(("a.txt", "Lavrov spoke in New York."));
        await using var reader = await chromium.OpenAsync(native.Url);
        await reader.AskAsync("/who Lavrov");
        await Expect(reader.Passages).ToHaveCountAsync(1);
        await Expect(reader.Passages.Locator("mark")).ToHaveTextAsync("Lavrov");
        await Expect(reader.Page.GetByRole(AriaRole.Complementary, new() { Name = "Corpus" })).ToContainTextAsync("Every file could be read.");
    }

    /// <summary>The status and the JSON, without what no two runs share: ids, ports, durations and instants.</summary>
    private static async Task<string> LastingAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))!.AsObject();
        foreach (var field in new[] { "id", "tookMs", "servers" }) json.Remove(field);
        return $"{address} {(int)response.StatusCode} {Instants().Replace(json.ToJsonString(), "then")}";
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[^""]+|newest [^""]+")]
    private static partial Regex Instants();
}
