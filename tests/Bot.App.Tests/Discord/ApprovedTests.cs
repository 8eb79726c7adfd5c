using System.Text.Json.Nodes;
using Bot.App.CommandLine;
using Bot.App.Tests.Fakes;
using Bot.Chat;
using Bot.Discord.Interactions;
using Bot.Discord.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.App.Tests.Discord;

/// <summary>Whole messages as somebody sees them, for each command and each end, word for word as they were read and approved.</summary>
public sealed class ApprovedTests
{
    private const string Broad = "Who met whom in New York about the talks with Russia?";

    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("who", "who", "name", "Lavrov")]
    [InlineData("who by description", "who", "name", "Belarusian president")]
    [InlineData("who not found", "who", "name", "Xanthippe")]
    [InlineData("who misspelt", "who", "name", "Lavrof")]
    [InlineData("when", "when", "topic", "talks")]
    [InlineData("where", "where", "topic", "talks")]
    [InlineData("says", "says", "speaker", "Lukashenko")]
    [InlineData("says not found", "says", "speaker", "Haass")]
    [InlineData("ask", "ask", "question", "Was the Biden administration aware of the talks?")]
    [InlineData("ask weak", "ask", "question", "Did Lavrov visit Geneva?")]
    [InlineData("ask not found", "ask", "question", "How deep is the Mariana Trench?")]
    [InlineData("source", "source", "citation", "95124ff8:150-431")]
    [InlineData("source not there", "source", "citation", "00000000:1-2")]
    [InlineData("briefings", "briefings", "what", "status")]
    [InlineData("briefings list", "briefings", "what", "list")]
    [InlineData("help", "help", null, null)]
    [InlineData("help of a command", "help", "command", "when")]
    [InlineData("wrong date", "when", "topic", "talks", "from", "soon")]
    [InlineData("nothing given", "who", "name", "")]
    public async Task A_command_is_answered(string approved, string command, params string?[] options)
    {
        await using var bot = await StartAsync();
        var given = options.OfType<string>().Chunk(2).Select(option => (option[0], (JsonNode)option[1])).ToArray();
        await Approved.HoldsAsync(approved, await bot.CommandAsync(command, given));
    }

    [Fact]
    public async Task Somebody_of_whom_there_are_several_is_asked_back()
    {
        var briefings = Directory.CreateTempSubdirectory("bot-briefings-").FullName;
        await File.WriteAllTextAsync(Path.Combine(briefings, "a.txt"), "The prime minister, Boris Johnson, met Haass. Boris Johnson left.", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(briefings, "b.txt"), "The speaker of the House, Mike Johnson, met Kupchan. Mike Johnson stayed.", TestContext.Current.CancellationToken);
        await using (var bot = await StartAsync((BotSettings.BriefingsFolder, briefings))) await Approved.HoldsAsync("who of several", await bot.CommandAsync("who", ("name", "Johnson")));
        Directory.Delete(briefings, recursive: true);
    }

    [Fact]
    public async Task An_empty_corpus_says_what_to_do()
    {
        var briefings = Directory.CreateTempSubdirectory("bot-briefings-").FullName;
        await using (var bot = await StartAsync((BotSettings.BriefingsFolder, briefings)))
        {
            await Approved.HoldsAsync("ask of nothing", await bot.CommandAsync("ask", ("question", "Who met whom?")));
            await Approved.HoldsAsync("briefings of nothing", await bot.CommandAsync("briefings"));
        }
        Directory.Delete(briefings, recursive: true);
    }

    [Fact]
    public async Task A_message_is_turned_shared_opened_and_judged()
    {
        await using var bot = await StartAsync();
        var mine = await bot.CommandAsync("ask", ("question", Broad));
        await Approved.HoldsAsync("ask of many passages", mine);
        await Approved.HoldsAsync("page two", await bot.PressAsync(mine, "▶"));
        var shared = await bot.PressAsync(mine, "Share");
        await Approved.HoldsAsync("shared", shared);
        await Approved.HoldsAsync("page two for somebody else", await bot.PressAsync(shared, "▶", by: "400000000000000002"));
        await Approved.HoldsAsync("in context", await bot.PressAsync(mine, "1"));
        await Approved.HoldsAsync("helped", await bot.PressAsync(mine, "👍"));
        await Approved.HoldsAsync("did not help", await bot.PressAsync(mine, "👎"));
    }

    [Fact]
    public async Task All_see_what_is_asked_for_all()
    {
        await using var bot = await StartAsync();
        await Approved.HoldsAsync("who for all", await bot.CommandAsync("who", ("name", "Lavrov"), ("public", true)));
    }

    [Fact]
    public async Task Where_nothing_may_be_seen_that_is_all_that_is_said()
    {
        await using var bot = await StartAsync(("Discord:GuildIds", "900000000000000009"));
        await Approved.HoldsAsync("not allowed", await bot.CommandAsync("who", ("name", "Lavrov")));
    }

    [Theory]
    [InlineData("message that names one", "What does Lavrov want?")]
    [InlineData("message that names several", "Sergey Lavrov met Richard Haass and Charles Kupchan.")]
    [InlineData("message that names nobody", "nothing to see here")]
    public async Task A_message_is_asked_whom_it_names(string approved, string message)
    {
        await using var bot = await StartAsync();
        await Approved.HoldsAsync(approved, await bot.Discord.DoAsync(DiscordBot.MessageCommand("Who is in this message?", message)));
    }

    [Fact]
    public async Task Who_names_the_bot_is_answered()
    {
        await using var bot = await StartAsync();
        await Approved.HoldsAsync("mention", await SayAsync(bot, "who is Lavrov?"));
        await Approved.HoldsAsync("mention that goes on", await SayAsync(bot, "when?"));
        await Approved.HoldsAsync("mention without a word", await SayAsync(bot, ""));
    }

    [Fact]
    public async Task Names_are_completed()
    {
        await using var bot = await StartAsync();
        var typing = DiscordBot.Command("says", ("speaker", "L"));
        typing["type"] = 4;
        typing["data"]!["options"]![0]!["focused"] = true;
        await Approved.HoldsAsync("names", await bot.Discord.DoAsync(typing));
    }

    [Fact]
    public async Task A_button_of_another_day_says_so()
    {
        await using var bot = await StartAsync();
        await Approved.HoldsAsync("button that is gone", await bot.Discord.DoAsync(new JsonObject { ["type"] = 3, ["data"] = new JsonObject { ["component_type"] = 2, ["custom_id"] = "p0#00" } }));
    }

    [Fact]
    public async Task What_fails_says_so_with_a_reference() =>
        await Approved.HoldsAsync("failed", JsonNode.Parse(InteractionHandler.Failed(new Interaction("1", "1", InteractionType.Command, "t"), "7Q4K"))!);

    [Fact]
    public async Task What_nobody_asked_is_posted_whole()
    {
        await using var bot = await StartAsync();
        var items = Enumerable.Range(1, 11).SelectMany(i => new ReplyBlock[]
        {
            new Quote($"Talks number {i} were held in Minsk.", [new Text.TextSpan(0, 5)]), new CitationLine($"95124ff8:{i}-{i + 9}", $"Briefing {i} · 2026-01-04", []),
        });
        var digest = new Reply([new Heading("Digest of Monday"), new Line("What is new since Sunday, 08:00 UTC."), .. items, new Footer(11, 11, FooterCount.All, 12, Morning)]);
        await bot.Bot.Services.GetRequiredService<IChatPlatform>().PostAsync(FakeObjects.Channel, digest, "digest1", mayStandAlready: false, TestContext.Current.CancellationToken);
        await Approved.HoldsAsync("post", bot.Discord.Requests.Single(request => request.Path.EndsWith("/messages", StringComparison.Ordinal)).Body!);
    }

    private static Task<DiscordBot> StartAsync(params (string Key, string Value)[] settings) => DiscordBot.ConnectedAsync(time: new FakeTimeProvider(Morning), settings: settings);

    private static async Task<JsonNode> SayAsync(DiscordBot bot, string text)
    {
        var answer = (await bot.Discord.PostedToAsync(await bot.Discord.SayAsync($"<@{FakeObjects.Bot}> {text}", mentions: FakeObjects.Bot))).DeepClone().AsObject();
        foreach (var id in new[] { "nonce", "message_reference" }) answer.Remove(id);
        return answer;
    }
}
