using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.App.Tests.Web;

/// <summary>Whether everybody can read it: on a phone, in the dark, with weak eyes.</summary>
public class PageLooksTests(Chromium chromium)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(360, 740)]
    [InlineData(390, 844)]
    public async Task On_a_phone_nothing_stands_beside_the_screen(int width, int height)
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web, "/", width, height, new() { HasTouch = true, IsMobile = true });
        foreach (var line in new[] { "/who Lavrov", "/when talks", "/help", "/who " + new string('x', 300) })
        {
            await reader.AskAsync(line);
            Assert.True(await reader.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, line);
            await Expect(reader.Line).ToBeInViewportAsync(new() { Ratio = 1 });
        }
        var toggle = reader.Page.GetByRole(AriaRole.Button, new() { Name = "Corpus" });
        await Expect(reader.Page.GetByRole(AriaRole.Complementary)).ToBeHiddenAsync();
        await toggle.ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Complementary)).ToBeVisibleAsync();
        await Expect(toggle).ToHaveAttributeAsync("aria-expanded", "true");
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task All_text_stands_out_from_its_ground(ColorScheme scheme)
    {
        await using var web = await WebBot.StartAsync(
            ("a.txt", "Lavrov reportedly could meet Haass. Lavrov denied it. Lavrov will meet Haass."), ("bad.jsonl", "no json\n"));
        await using var reader = await chromium.OpenAsync(web, like: new() { ColorScheme = scheme });
        await reader.AskAsync("/who Lavrov");
        await reader.Line.FillAsync("/wh");
        await reader.Line.PressAsync("ArrowDown");
        await Expect(reader.Options).ToHaveCountAsync(3);
        // WCAG 2.2, 1.4.3: 4.5 to 1.
        Assert.Empty(await reader.Page.EvaluateAsync<string[]>(await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "tests", "Bot.App.Tests", "Web", "contrast.js"), Stop)));
    }
}
