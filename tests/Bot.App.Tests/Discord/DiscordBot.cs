using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bot.App.CommandLine;
using Bot.App.Tests.Fakes;
using Bot.App.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Bot.App.Tests.Discord;

/// <summary>The whole bot over the seed, connected to a fake of Discord; gone when disposed.</summary>
internal sealed class DiscordBot : IAsyncDisposable
{
    private readonly bool ownsDiscord;
    private readonly bool ownsData;

    private DiscordBot(FakeDiscord discord, RunningBot bot, ConcurrentQueue<string> log, string data, bool ownsDiscord, bool ownsData) =>
        (Discord, Bot, Log, Data, this.ownsDiscord, this.ownsData) = (discord, bot, log, data, ownsDiscord, ownsData);

    public FakeDiscord Discord { get; }

    public RunningBot Bot { get; }

    public ConcurrentQueue<string> Log { get; }

    public string Data { get; }

    /// <summary>Starts it and waits until it is connected.</summary>
    public static async Task<DiscordBot> ConnectedAsync(
        FakeDiscord? discord = null, string? data = null, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var bot = await StartAsync(discord, data, time, settings);
        await bot.Discord.Gateway.UntilAsync(gateway => gateway.Count("identify") > 0);
        return bot;
    }

    public static async Task<DiscordBot> StartAsync(
        FakeDiscord? discord = null, string? data = null, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var fake = discord ?? await FakeDiscord.StartAsync();
        var folder = data ?? Directory.CreateTempSubdirectory("bot-discord-").FullName;
        var log = new ConcurrentQueue<string>();
        var bot = await RunningBot.StartAsync(
            Settings(fake, folder, settings), BesideWriter.Refuse, LogLevel.Information, log.Enqueue,
            TestContext.Current.CancellationToken, time, isServing: true);
        await bot.Progress.CaughtUp.WaitAsync(TestContext.Current.CancellationToken);
        return new DiscordBot(fake, bot, log, folder, ownsDiscord: discord is null, ownsData: data is null);
    }

    /// <summary>Settings of a bot over the seed that takes the fake for Discord.</summary>
    public static IConfiguration Settings(FakeDiscord discord, string data, (string Key, string Value)[] more)
    {
        var all = new Dictionary<string, string?>
        {
            [BotSettings.BriefingsFolder] = Repository.Seeds,
            [BotSettings.DataFolder] = data,
            [WebOptions.UrlKey] = "",
            ["Discord:Token"] = FakeDiscord.Token,
            ["Discord:ApiUrl"] = discord.Url,
        };
        foreach (var (key, value) in more) all[key] = value;
        return new ConfigurationBuilder().AddInMemoryCollection(all).Build();
    }

    /// <summary>Gives a command with text options; what the bot answered.</summary>
    public Task<JsonNode> CommandAsync(string name, params (string Name, JsonNode Value)[] options) => Discord.DoAsync(Command(name, options));

    public static JsonObject Command(string name, params (string Name, JsonNode Value)[] options) => FakeCommands.Command(name, options);

    public static JsonObject MessageCommand(string name, string message) => FakeCommands.MessageCommand(name, message);

    /// <summary>Presses a button of a message that the bot answered with.</summary>
    /// <param name="by">Another's id than the asker's.</param>
    public async Task<JsonNode> PressAsync(JsonNode callback, string label, string? by = null)
    {
        var answer = await Discord.DoAsync(Press(callback, label, by));
        // A message that is changed stays with whoever saw it.
        if ((int)answer["type"]! == 7 && callback["data"]!["flags"] is { } flags) answer["data"]!["flags"] = flags.DeepClone();
        return answer;
    }

    public static JsonObject Press(JsonNode callback, string label, string? by = null)
    {
        var button = Buttons(callback).Single(button => (string?)button["label"] == label);
        var interaction = new JsonObject
        {
            ["type"] = 3,
            ["data"] = new JsonObject { ["component_type"] = 2, ["custom_id"] = (string)button["custom_id"]! },
            ["message"] = new JsonObject
            {
                ["id"] = "700000000000000001",
                ["flags"] = (int?)callback["data"]!["flags"] ?? 0,
                ["interaction_metadata"] = new JsonObject { ["user"] = new JsonObject { ["id"] = FakeObjects.Asker } },
            },
        };
        if (by is not null) interaction["member"] = new JsonObject { ["user"] = new JsonObject { ["id"] = by } };
        return interaction;
    }

    public static IEnumerable<JsonNode> Buttons(JsonNode callback) =>
        callback["data"]!["components"]?.AsArray().SelectMany(row => row!["components"]!.AsArray()).OfType<JsonNode>() ?? [];

    /// <summary>All that the message says.</summary>
    public static string TextOf(JsonNode callback) => string.Join('\n',
        (callback["data"]!["embeds"]?.AsArray() ?? []).SelectMany(embed => new[] { (string?)embed!["title"], (string?)embed["description"] })
            .Prepend((string?)callback["data"]!["content"]).Where(text => text is not null));

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        if (ownsDiscord) await Discord.DisposeAsync();
        if (ownsData) Directory.Delete(Data, recursive: true);
    }
}
