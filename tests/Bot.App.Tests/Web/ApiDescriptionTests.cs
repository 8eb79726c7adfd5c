using System.Text.Json.Nodes;
using Bot.App.Web;

namespace Bot.App.Tests.Web;

public class ApiDescriptionTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_route_is_described()
    {
        await using var web = await WebBot.StartAsync();
        var description = await ReadAsync(web, ApiDescription.Path);
        Assert.Equal(
            ["/api/ask", "/api/briefings", "/api/complete", "/api/digests", "/api/indexing", "/api/platforms", "/api/reply", "/healthz", "/readyz"],
            description["paths"]!.AsObject().Select(path => path.Key).Order());
        foreach (var (path, methods) in description["paths"]!.AsObject())
        {
            foreach (var (_, method) in methods!.AsObject())
            {
                Assert.False(string.IsNullOrEmpty((string?)method!["summary"]), $"{path} has no summary");
                Assert.NotNull(method["responses"]!["200"]!["content"]!["application/json"]!["schema"]);
            }
        }
        Assert.Equal(["application/json"], description["paths"]!["/api/reply"]!["post"]!["requestBody"]!["content"]!.AsObject().Select(type => type.Key));
    }

    [Theory]
    [InlineData("/api/ask?q=%2Fwho+Lavrov")]
    [InlineData("/api/ask?q=%2Fwhen+talks")]
    [InlineData("/api/ask?q=%2Fwhere+talks")]
    [InlineData("/api/ask?q=%2Fsays+Lukashenko")]
    [InlineData("/api/ask?q=%2Fwho+Zzyzx")]
    [InlineData("/api/ask?q=%2Fhelp")]
    [InlineData("/api/briefings?page=1")]
    [InlineData("/api/reply?q=%2Fwho+Lavrov")]
    [InlineData("/api/reply?q=%2Fhelp")]
    [InlineData("/api/complete?line=%2Fwho+Lav")]
    [InlineData("/api/ask?q=%2Fdigest+now")]
    [InlineData("/api/reply?q=%2Fdigest+subscribe")]
    [InlineData("/api/digests")]
    [InlineData("/api/indexing")]
    [InlineData("/readyz")]
    public async Task What_is_answered_fits_its_description_field_by_field(string address)
    {
        await using var web = await WebBot.StartAsync();
        var description = await ReadAsync(web, ApiDescription.Path);
        var get = description["paths"]![address.Split('?')[0]]!["get"]!;
        var schema = get["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;
        Assert.Empty(new Schemas(description).Misfits(await ReadAsync(web, address), schema, "$"));
    }

    [Fact]
    public async Task An_answers_fields_are_explained()
    {
        await using var web = await WebBot.StartAsync();
        var answer = (await ReadAsync(web, ApiDescription.Path))["components"]!["schemas"]!["Answer"]!;
        Assert.Contains("UTF-16 code units", (string?)answer["description"]);
        Assert.False(string.IsNullOrEmpty((string?)answer["properties"]!["reason"]!["description"]));
        Assert.DoesNotContain("isFault", answer["properties"]!.AsObject().Select(field => field.Key)); // that is the status code's to tell
    }

    private static async Task<JsonNode> ReadAsync(WebBot web, string address) =>
        JsonNode.Parse(await web.Client.GetStringAsync(new Uri(address, UriKind.Relative), Stop))!;
}
