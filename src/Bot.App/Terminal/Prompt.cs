using Bot.App.CommandLine;
using Bot.App.Wording;
using Bot.Chat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.App.Terminal;

/// <summary>The conversation at a terminal: reads keys until the one who types leaves.</summary>
internal sealed class Prompt(RunningBot bot, PromptScreen screen, PromptLog log, HistoryFile? historyFile)
{
    private readonly Conversation _conversation = new(bot.Bot, TerminalOutput.ForStandardOutput, bot.Time, hints: true);

    public static Prompt For(RunningBot bot, PromptScreen screen, PromptLog log, IConfiguration settings)
    {
        var keepsHistory = bot.Services.GetRequiredService<IOptions<TerminalOptions>>().Value.History;
        var file = Path.Combine(BotSettings.DataFolderOf(settings), HistoryFile.Name);
        return new Prompt(bot, screen, log, keepsHistory ? new HistoryFile(file) : null);
    }

    /// <summary>Returns when the person leaves. Blocks its thread: a terminal's keys cannot be awaited.</summary>
    public void Run()
    {
        var history = historyFile?.Read() ?? new History([]);
        var editor = new LineEditor(history, line => bot.Bot.Complete(line, Scope.Main));
        Console.TreatControlCAsInput = true;
        try
        {
            var isLeaving = false;
            while (!isLeaving)
            {
                screen.Open(editor);
                if (ReadLine(editor) is not { } line) return;
                if (history.Add(line.TrimEnd())) historyFile?.Append(history);
                log.StartAnew();
                isLeaving = !_conversation.Hear(line);
                if (!isLeaving && bot.Progress.Current is { IsIndexing: true }) _conversation.Note(IndexingPace.StillReading);
            }
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    /// <summary>Shows how far the reading of the folder is, until it is done.</summary>
    public async Task ShowProgressAsync(TimeProvider time, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(0.5), time);
        var pace = new IndexingPace(time);
        while (!bot.Progress.CaughtUp.IsCompleted && await timer.WaitForNextTickAsync(stop))
        {
            if (bot.Progress.Current.IsIndexing) screen.Status($"Reading: {pace.Describe(bot.Progress.Current)}. You can already ask.");
        }
        screen.Status(null);
    }

    private string? ReadLine(LineEditor editor)
    {
        while (true)
        {
            var outcome = editor.Press(Console.ReadKey(intercept: true));
            switch (outcome)
            {
                case KeyOutcome.Submitted:
                    screen.Close();
                    return editor.Take();
                case KeyOutcome.EndOfInput:
                    screen.Close();
                    return null;
                case KeyOutcome.Abandoned:
                    screen.Close();
                    editor.Clear();
                    screen.Open(editor);
                    break;
                case KeyOutcome.ClearScreen:
                    screen.Clear();
                    break;
                // Pasted text comes as keys that are all there already: drawn once, at its end.
                case KeyOutcome.Edited when !Console.KeyAvailable:
                    screen.Redraw();
                    break;
            }
        }
    }
}
