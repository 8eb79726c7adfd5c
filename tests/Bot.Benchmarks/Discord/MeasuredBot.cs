using Bot.App.Tests.Fakes;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Discord;

/// <summary>A bot as a process of its own on a fake of Discord.</summary>
internal static class MeasuredBot
{
    /// <summary>The program over the seed, with its page.</summary>
    /// <param name="command">The program's file and the arguments before the folders.</param>
    /// <param name="settings">Beside or in place of those that connect it to the fake.</param>
    public static ChildProgram Start(string[] command, string data, FakeDiscord discord, params IEnumerable<(string Name, string? Value)> settings) => new(
        [.. command, "--briefings", Path.Combine(Repository.Root, "seeds"), "--data", data],
        [
            ("Web__Url", $"http://{ChildProgram.FreePort()}"), ("Web__Password", null), ("Endpoints__Url", null),
            ("Discord__Token", FakeDiscord.Token), ("Discord__ApiUrl", discord.Url), ("Discord__Mode", null), ("Discord__PublicKey", null), ("Discord__GuildIds", null),
            .. settings,
        ]);

    /// <summary>A discord.js bot that answers a constant (tests/peers/constant.mjs).</summary>
    public static ChildProgram StartDiscordJs(FakeDiscord discord) =>
        new(["node", Path.Combine(Repository.Root, "tests", "peers", "constant.mjs"), discord.Url[..^"/v10".Length], FakeDiscord.Token]);
}
