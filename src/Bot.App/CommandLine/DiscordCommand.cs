using System.CommandLine;
using Bot.Discord;
using Microsoft.Extensions.Configuration;

namespace Bot.App.CommandLine;

/// <summary><c>discord</c>: what somebody needs who puts the bot into a server. Connects nowhere.</summary>
internal static class DiscordCommand
{
    public static Command Define()
    {
        var commands = new Command("commands", "Prints the commands as they would be registered") { new Option<bool>("--json") { Description = "As JSON, the only form there is", DefaultValueFactory = _ => true } };
        commands.SetAction(_ => Write(DiscordSetup.CommandsAsJson()));
        var invite = new Command("invite", "Prints the link that puts the bot into a server, with the scopes and permissions it needs");
        invite.SetAction(arguments => Invite(BotSettings.Read(arguments)));
        return new Command("discord", "What it takes to put the bot into a Discord server") { commands, invite };
    }

    private static int Invite(IConfiguration settings)
    {
        var options = DiscordOptions.From(BotSettings.WithoutBlanks(settings));
        if (DiscordSetup.Problem(options) is { } problem)
        {
            Console.Error.WriteLine(Terminal.Printable.OneLine(problem));
            return ExitCode.Failed;
        }
        if (DiscordSetup.InviteLink(options) is { } link) return Write(link);
        Console.Error.WriteLine("Set Discord:Token or Discord:ApplicationId first; both stand in Discord's developer portal.");
        return ExitCode.Failed;
    }

    private static int Write(string text)
    {
        Console.Out.WriteLine(text);
        return ExitCode.Done;
    }
}
