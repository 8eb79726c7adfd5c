using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.App.Tests.Web;

/// <summary>What a person sees and does: in a real browser, by mouse and by keyboard.</summary>
public class PageTests(Chromium chromium)
{
    [Fact]
    public async Task A_question_is_answered_with_marked_words_badges_and_where_they_stand()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        await Expect(reader.Page).ToHaveTitleAsync("Briefing bot");
        await reader.AskAsync("/who Lavrov");
        await Expect(reader.Answer.GetByRole(AriaRole.Heading, new() { Name = "Sergey Lavrov" })).ToBeVisibleAsync();
        await Expect(reader.Answer).ToContainTextAsync("Richard Haass, Charles Kupchan, Thomas Graham");
        var first = reader.Passages.First;
        await Expect(first.Locator("mark")).ToHaveTextAsync("Sergey Lavrov");
        await Expect(first.Locator(".badge").Last).ToHaveTextAsync("reported: citing");
        await Expect(first).ToContainTextAsync("paragraph 1");
        await Expect(reader.Answer).ToContainTextAsync("2 passages, 1 briefing; searched 1 briefing");
        await Expect(reader.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Sergey Lavrov" })).ToHaveCountAsync(1); // is read out
        await Expect(reader.Line).ToBeFocusedAsync();
        await Expect(reader.Line).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Commands_and_names_are_completed_by_keyboard_alone()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        await Expect(reader.Line).ToBeFocusedAsync();
        await reader.Page.Keyboard.TypeAsync("/wh");
        await Expect(reader.Options).ToHaveCountAsync(3);
        await Expect(reader.Line).ToHaveAttributeAsync("aria-expanded", "true");
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await reader.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(reader.Options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await Expect(reader.Line).ToHaveAttributeAsync("aria-activedescendant", "completion-1");
        await reader.Page.Keyboard.PressAsync("ArrowUp");
        await reader.Page.Keyboard.PressAsync("Enter"); // takes "/who "
        await Expect(reader.Line).ToHaveValueAsync("/who ");
        await reader.Page.Keyboard.TypeAsync("Lav");
        await Expect(reader.Options).ToHaveCountAsync(1);
        await Expect(reader.Options).ToContainTextAsync("1 briefing");
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Line).ToHaveValueAsync("/who Sergey Lavrov");
        await Expect(reader.Line).ToBeFocusedAsync();
        await reader.Page.Keyboard.PressAsync("Escape");
        await reader.Page.Keyboard.PressAsync("Enter");
        await Expect(reader.Passages).ToHaveCountAsync(2);
        await reader.Page.Keyboard.PressAsync("ArrowUp"); // as in a shell
        await Expect(reader.Line).ToHaveValueAsync("/who Sergey Lavrov");
    }

    [Fact]
    public async Task Escape_closes_the_list_and_Tab_then_leaves()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        await reader.Page.Keyboard.TypeAsync("/s");
        await Expect(reader.Options).ToHaveCountAsync(3);
        await reader.Page.Keyboard.PressAsync("Escape");
        await Expect(reader.Options).ToHaveCountAsync(0);
        await Expect(reader.Line).ToHaveAttributeAsync("aria-expanded", "false");
        await reader.Page.Keyboard.PressAsync("Tab");
        await Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Three_passages_are_shown_and_then_three_more()
    {
        await using var web = await WebBot.StartAsync([.. Enumerable.Range(1, 5).Select(i => ($"{i}.txt", $"On day {i} Lavrov spoke of matter {i}."))]);
        await using var reader = await chromium.OpenAsync(web);
        await reader.AskAsync("/who Lavrov");
        await Expect(reader.Passages).ToHaveCountAsync(3);
        await Expect(reader.Answer.Locator(".footer")).ToContainTextAsync("3 of 5 passages");
        await reader.Answer.GetByRole(AriaRole.Button, new() { Name = "Show 2 more" }).ClickAsync();
        await Expect(reader.Passages).ToHaveCountAsync(5);
        await Expect(reader.Answer.Locator(".footer")).ToContainTextAsync("5 passages, 5 briefings");
        await Expect(reader.Passages.Nth(3)).ToBeFocusedAsync(); // reading goes on there
        await Expect(reader.Answer.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Show") })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_passage_opens_in_its_surroundings_in_its_place()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        await reader.AskAsync("/who Lavrov");
        var open = reader.Page.GetByRole(AriaRole.Button, new() { Name = "In context: passage 2" });
        await open.ClickAsync();
        await Expect(open).ToHaveAttributeAsync("aria-expanded", "true");
        var surroundings = reader.Passages.Nth(1).GetByRole(AriaRole.Region, new() { Name = "In context" });
        await Expect(surroundings.Locator("mark")).ToContainTextAsync("At the table with Lavrov");
        await Expect(surroundings.Locator("mark")).ToBeInViewportAsync();
        await Expect(surroundings).ToContainTextAsync("paragraph 1");
        await open.ClickAsync();
        await Expect(surroundings).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_citations_link_opens_that_passage_for_a_colleague()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        await reader.AskAsync("/who Lavrov");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Copy link to passage 2" }).ClickAsync();
        await Expect(reader.Passages.Nth(1)).ToContainTextAsync("Copied");
        var link = await reader.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Equal(await reader.Passages.Nth(1).GetByRole(AriaRole.Link).First.GetAttributeAsync("href"), link);

        await using var colleague = await chromium.OpenAsync(web, link);
        await Expect(colleague.Answer.Locator("mark")).ToContainTextAsync("At the table with Lavrov");
        await Expect(colleague.Page).ToHaveTitleAsync(new Regex("^/source 95124ff8:833-1082"));

        await reader.Passages.Nth(1).GetByRole(AriaRole.Link).First.ClickAsync(); // here it is the next answer
        await Expect(reader.Page.Locator(".turn")).ToHaveCountAsync(2);
        await Expect(reader.Page).ToHaveURLAsync(new Regex("q=%2Fsource"));
    }

    [Fact]
    public async Task Words_that_stand_in_several_briefings_are_shown_once_with_a_link_to_each()
    {
        const string words = "Lavrov spoke of peace talks at length in New York.";
        await using var web = await WebBot.StartAsync(("one.txt", words), ("two.txt", $"Sent on.\n\n{words}"));
        await using var reader = await chromium.OpenAsync(web);
        await reader.AskAsync("/who Lavrov");
        await Expect(reader.Passages).ToHaveCountAsync(1);
        await Expect(reader.Passages).ToContainTextAsync("also in");
        await reader.Passages.GetByRole(AriaRole.Link).Last.ClickAsync();
        await Expect(reader.Page.Locator(".turn")).ToHaveCountAsync(2);
        await Expect(reader.Answer.Locator("mark")).ToHaveTextAsync(words);
    }

    [Fact]
    public async Task A_misspelt_name_is_a_button_to_the_one_that_was_meant()
    {
        await using var web = await WebBot.StartAsync();
        await using var reader = await chromium.OpenAsync(web);
        await reader.AskAsync("/who Lavrof");
        await Expect(reader.Answer).ToContainTextAsync("Did you mean Sergey Lavrov?");
        await reader.Answer.GetByRole(AriaRole.Button, new() { Name = "Sergey Lavrov" }).ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Name = "/who Sergey Lavrov" })).ToBeVisibleAsync();
        await Expect(reader.Passages).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_corpus_is_told_with_what_could_not_be_read()
    {
        await using var web = await WebBot.StartAsync(("talks.txt", "Lavrov spoke."), ("bad.jsonl", "no json\n"));
        await using var reader = await chromium.OpenAsync(web);
        var corpus = reader.Page.GetByRole(AriaRole.Complementary, new() { Name = "Corpus" });
        await Expect(corpus).ToContainTextAsync(new Regex("Briefings\\s*1"));
        await corpus.GetByText("1 warning").ClickAsync();
        await Expect(corpus.GetByText("bad.jsonl")).ToBeVisibleAsync();
        await corpus.GetByRole(AriaRole.Button, new() { Name = "List them" }).ClickAsync();
        await Expect(reader.Answer).ToContainTextAsync("talks.txt");
    }
}
