using Bot.App.CommandLine;
using Bot.Chat;
using Microsoft.Extensions.Configuration;

namespace Bot.App.Terminal;

/// <summary>What stands above the first prompt: what this is, what it reads, and something to type.</summary>
internal static class Greeting
{
    /// <summary>A small folder is read in no time: then the greeting can say how much there is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public static async Task WriteAsync(RunningBot bot, IConfiguration settings, string? pageUrl)
    {
        await Task.WhenAny(bot.Progress.CaughtUp, Task.Delay(Patience, TimeProvider.System));
        var view = new ReplyView(TerminalOutput.ForStandardOutput(), bot.Time);
        var folder = BotSettings.BriefingsFolderOf(settings);
        var status = bot.Bot.Ask($"/{CommandCatalog.Briefings} status", Scope.Main);
        var count = bot.Progress.CaughtUp.IsCompletedSuccessfully ? $"{FooterText.Counted(status.Searched.Briefings, "briefing")} in {folder}" : $"reading {folder}";
        view.Write(ReplyPages.Of(new Reply([new Heading($"Briefing bot: answers word for word from your briefings: {count}.")])), page: null);
        view.WriteNote("Type /who Lavrov or a question; Tab completes, /help tells more, exit leaves.");
        if (pageUrl is not null) view.WriteNote($"The same in a browser: {pageUrl}");
    }
}
