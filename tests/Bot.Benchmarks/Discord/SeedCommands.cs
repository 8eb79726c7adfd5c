using System.Text.Json.Nodes;
using Bot.App.Tests.Fakes;
using Bot.Benchmarks.Corpora;
using Bot.Chat;

namespace Bot.Benchmarks.Discord;

/// <summary>What people ask in Discord about the seed: what it tells, and some things that it does not.</summary>
internal static class SeedCommands
{
    private static readonly string[] People =
        ["Lavrov", "Sergey Lavrov", "Richard Haass", "Haas", "Charles Kupchan", "Thomas Graham", "Alexander Lukashenko", "Belarusian president", "Putin", "Zelensky"];

    private static readonly string[] Speakers = ["Alexander Lukashenko", "Lukashenko", "Sergey Lavrov", "Biden"];

    private static readonly string[] Topics = ["talks", "peace talks", "negotiations", "counter-offensive", "the war in Ukraine", "New York", "elections"];

    private static readonly string[] Questions =
    [
        "Was the Biden administration aware of the talks?", "Who met Lavrov in New York?", "When could peace talks begin?", "What did Lukashenko say about Russia?",
        "Who was briefed by the former officials?", "Where was the meeting to be held?", "Who won the elections in France?", "What was on the agenda?",
    ];

    private static readonly string[] Beginnings = ["", "L", "La", "Lav", "Lavr", "Ha", "Kup", "Thomas", "Lu", "Z", "x"];

    /// <summary>One of six kinds, each as often as the others: who, ask, when, says, typing, help.</summary>
    public static JsonObject Draw(Draws draws) => draws.Below(6) switch
    {
        0 => FakeCommands.Command(CommandCatalog.Who, ("name", draws.Any(People))),
        1 => FakeCommands.Command(CommandCatalog.Ask, ("question", draws.Any(Questions))),
        2 => FakeCommands.Command(CommandCatalog.When, ("topic", draws.Any(Topics))),
        3 when draws.Chance(0.5) => FakeCommands.Command(CommandCatalog.Says, ("speaker", draws.Any(Speakers)), ("about", draws.Any(Topics))),
        3 => FakeCommands.Command(CommandCatalog.Says, ("speaker", draws.Any(Speakers))),
        4 => FakeCommands.Typing(CommandCatalog.Who, "name", draws.Any(Beginnings)),
        _ => FakeCommands.Command(CommandCatalog.Help, ("command", draws.Any(CommandCatalog.Commands).Name)),
    };

    /// <summary>What is said to the bot in a channel, without its name.</summary>
    public static string DrawMention(Draws draws) => draws.Chance(0.5) ? draws.Any(Questions) : $"who is {draws.Any(People)}?";
}
