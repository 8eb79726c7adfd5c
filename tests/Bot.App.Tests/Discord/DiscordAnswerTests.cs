using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.App.Tests.Discord;

/// <summary>What a team sees in its server.</summary>
public sealed class DiscordAnswerTests
{
    private const int Ephemeral = 64, NewMessage = 4, Update = 7;

    [Fact]
    public async Task Who_somebody_is_is_told_word_for_word_and_to_the_asker_alone()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var answer = await bot.CommandAsync("who", ("name", "Lavrov"));
        Assert.Equal((NewMessage, Ephemeral), ((int)answer["type"]!, (int)answer["data"]!["flags"]!));
        Assert.Equal("""{"parse":[]}""", answer["data"]!["allowed_mentions"]!.ToJsonString());
        var text = DiscordBot.TextOf(answer);
        Assert.Contains("Sergey Lavrov", text);
        Assert.Contains("the country’s highest diplomat, **Sergey Lavrov**", text);
        Assert.Contains("`95124ff8:150-431`", text);
        Assert.Contains("searched 1 briefing, newest <t:", text);
    }

    [Fact]
    public async Task A_public_answer_is_seen_by_all_and_needs_no_sharing()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var answer = await bot.CommandAsync("who", ("name", "Lavrov"), ("public", true));
        Assert.Null(answer["data"]!["flags"]);
        Assert.DoesNotContain("Share", DiscordBot.Buttons(answer).Select(button => (string?)button["label"]));
    }

    [Fact]
    public async Task A_miss_says_so_and_offers_what_may_be_meant()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var answer = await bot.CommandAsync("who", ("name", "Lavrof"));
        Assert.Contains("Sergey Lavrov", DiscordBot.TextOf(answer));
        var meant = await bot.PressAsync(answer, "Sergey Lavrov");
        Assert.Contains("highest diplomat", DiscordBot.TextOf(meant));
        Assert.Equal((NewMessage, Ephemeral), ((int)meant["type"]!, (int)meant["data"]!["flags"]!));
    }

    [Fact]
    public async Task Pages_turn_in_place_and_work_after_a_restart()
    {
        var data = Directory.CreateTempSubdirectory("bot-discord-").FullName;
        JsonNode first;
        await using (var bot = await DiscordBot.ConnectedAsync(data: data)) first = await bot.CommandAsync("ask", ("question", "Who met whom in New York about the talks with Russia?"));
        Assert.Contains("**1**", DiscordBot.TextOf(first));
        await using (var bot = await DiscordBot.ConnectedAsync(data: data))
        {
            var second = await bot.PressAsync(first, "▶");
            Assert.Equal(Update, (int)second["type"]!);
            Assert.Contains("**4**", DiscordBot.TextOf(second));
            Assert.DoesNotContain("**1**", DiscordBot.TextOf(second));
            Assert.Equal(DiscordBot.TextOf(first), DiscordBot.TextOf(await bot.PressAsync(second, "◀")));
        }
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_page_that_is_there_no_more_leaves_the_message_as_it_is()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var mine = await bot.CommandAsync("who", ("name", "Lavrov"));
        mine["data"]!["components"]![0]!["components"]![0]!["custom_id"] = "p1|/who Xanthippe";
        var turned = await bot.PressAsync(mine, (string)mine["data"]!["components"]![0]!["components"]![0]!["label"]!);
        Assert.Equal((NewMessage, Ephemeral), ((int)turned["type"]!, (int)turned["data"]!["flags"]!));
        Assert.Contains("No briefing contains", DiscordBot.TextOf(turned));
    }

    [Fact]
    public async Task A_verdict_is_kept_and_can_be_changed()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var mine = await bot.CommandAsync("who", ("name", "Lavrov"));
        Assert.Contains("Noted that this helped", DiscordBot.TextOf(await bot.PressAsync(mine, "👍")), StringComparison.Ordinal);
        var why = await bot.PressAsync(mine, "👎");
        Assert.Equal(Ephemeral, (int)why["data"]!["flags"]!);
        Assert.Contains("did not help\\. Why not?", DiscordBot.TextOf(why), StringComparison.Ordinal);
        Assert.Contains("it is out of date", DiscordBot.TextOf(await bot.PressAsync(why, "The answer is out of date")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_found_can_be_watched_for_and_each_answer_leads_to_what_is_new_since()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var missed = await bot.CommandAsync("who", ("name", "Xanthippe"));
        var watching = await bot.PressAsync(missed, "Watch for it");
        Assert.Equal(Ephemeral, (int)watching["data"]!["flags"]!);
        Assert.Contains("Watching\\. I tell it here, once,", DiscordBot.TextOf(watching), StringComparison.Ordinal);
        Assert.Contains("/who Xanthippe", DiscordBot.TextOf(await bot.Discord.DoAsync(FakeCommands.Subcommand("watch", "list"))), StringComparison.Ordinal);

        var found = await bot.CommandAsync("who", ("name", "Lavrov"));
        Assert.Contains("Nothing is new since you asked that", DiscordBot.TextOf(await bot.PressAsync(found, "New since")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sharing_posts_a_new_message_for_all_of_which_another_gets_a_copy_of_their_own()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var mine = await bot.CommandAsync("ask", ("question", "Who met whom in New York about the talks with Russia?"));
        var shared = await bot.PressAsync(mine, "Share");
        Assert.Equal(NewMessage, (int)shared["type"]!);
        Assert.Null(shared["data"]!["flags"]);

        Assert.Equal(Update, (int)(await bot.PressAsync(shared, "▶"))["type"]!);
        var theirs = await bot.PressAsync(shared, "▶", by: "400000000000000002");
        Assert.Equal((NewMessage, Ephemeral), ((int)theirs["type"]!, (int)theirs["data"]!["flags"]!));
    }

    [Fact]
    public async Task A_passage_is_opened_in_its_surroundings()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var answer = await bot.CommandAsync("who", ("name", "Lavrov"));
        var source = await bot.PressAsync(answer, "1");
        Assert.Contains("several people familiar with the facts", DiscordBot.TextOf(source));
        Assert.Equal(Ephemeral, (int)source["data"]!["flags"]!);
    }

    [Fact]
    public async Task A_question_too_long_for_a_button_is_kept_by_the_bot()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var question = "Who met whom in New York about the talks with Russia, " + string.Join(' ', Enumerable.Repeat("and when and where", 8)) + "?";
        var answer = await bot.CommandAsync("ask", ("question", question));
        Assert.All(DiscordBot.Buttons(answer), button => Assert.InRange(((string)button["custom_id"]!).Length, 1, 100));
        Assert.Contains("**4**", DiscordBot.TextOf(await bot.PressAsync(answer, "▶")));
    }

    [Fact]
    public async Task Names_are_completed_while_they_are_typed()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var choices = await bot.Discord.DoAsync(FakeCommands.Typing("who", "name", "Lav"));
        Assert.Equal(8, (int)choices["type"]!);
        Assert.Equal("Sergey Lavrov", (string?)choices["data"]!["choices"]![0]!["value"]);
    }

    [Theory]
    [InlineData("nothing-of-ours")]
    [InlineData("p0#0000000000000000")]
    [InlineData("px|/who Lavrov")]
    public async Task A_button_of_another_day_says_so(string id)
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var said = await bot.Discord.DoAsync(new JsonObject { ["type"] = 3, ["data"] = new JsonObject { ["component_type"] = 2, ["custom_id"] = id } });
        Assert.Contains("kept no more", DiscordBot.TextOf(said));
    }

    [Theory]
    [InlineData("What does Lavrov want?", "highest diplomat", 0)]
    [InlineData("Sergey Lavrov met Richard Haass and Charles Kupchan.", "several people", 3)]
    [InlineData("nothing to see here", "no name", 0)]
    public async Task A_message_is_asked_whom_it_names(string message, string says, int choices)
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var answer = await bot.Discord.DoAsync(DiscordBot.MessageCommand("Who is in this message?", message));
        Assert.Contains(says, DiscordBot.TextOf(answer));
        Assert.Equal(Ephemeral, (int)answer["data"]!["flags"]!);
        if (choices > 0) Assert.Equal(choices, DiscordBot.Buttons(answer).Count());
        if (choices > 0) Assert.Contains("Thomas Graham", DiscordBot.TextOf(await bot.PressAsync(answer, "Richard Haass")));
    }

    [Fact]
    public async Task Whom_a_message_names_beside_its_words_is_seen_too()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        var command = DiscordBot.MessageCommand("Who is in this message?", "");
        command["data"]!["resolved"]!["messages"]!["700000000000000009"]!["embeds"] =
            new JsonArray(new JsonObject { ["type"] = "rich", ["title"] = "Charles Kupchan speaks", ["description"] = "Sergey Lavrov met Richard Haass." });
        var answer = await bot.Discord.DoAsync(command);
        Assert.Equal(["Charles Kupchan", "Sergey Lavrov", "Richard Haass"], DiscordBot.Buttons(answer).Select(button => (string)button["label"]!));
    }

    [Fact]
    public async Task Wrong_options_are_told_in_a_sentence()
    {
        await using var bot = await DiscordBot.ConnectedAsync();
        Assert.Contains("soon", DiscordBot.TextOf(await bot.CommandAsync("when", ("topic", "talks"), ("from", "soon"))));
        Assert.Contains("no command", DiscordBot.TextOf(await bot.CommandAsync("whoo")));
    }
}
