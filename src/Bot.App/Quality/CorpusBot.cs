using System.Text.Json;
using Bot.Answers;
using Bot.App.CommandLine;
using Bot.Chat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Bot.App.Quality;

/// <summary>The bot over one corpus, with an index that is gone afterwards.</summary>
internal sealed class CorpusBot : IAsyncDisposable
{
    private readonly TemporaryFolder _data;
    private readonly RunningBot _bot;

    private CorpusBot(TemporaryFolder data, RunningBot bot) => (_data, _bot) = (data, bot);

    /// <summary>The core behind the bot, for who may name its parts.</summary>
    public IServiceProvider Services => _bot.Services;

    /// <param name="corpus">A file of briefings or a folder.</param>
    /// <exception cref="CannotStartException">It cannot be read.</exception>
    public static async Task<CorpusBot> OverAsync(string corpus, CancellationToken stop)
    {
        var data = new TemporaryFolder();
        try
        {
            var settings = new ConfigurationBuilder()
                .AddInMemoryCollection([new(BotSettings.BriefingsFolder, corpus), new(BotSettings.DataFolder, data.Path)]).Build();
            var bot = await RunningBot.StartAsync(settings, BesideWriter.Refuse, LogLevel.Error, log: null, stop);
            await bot.Progress.CaughtUp.WaitAsync(stop);
            return new CorpusBot(data, bot);
        }
        catch
        {
            data.Dispose();
            throw;
        }
    }

    /// <summary>The answers to the questions, in their order.</summary>
    public IReadOnlyList<Answer> Ask(IReadOnlyList<JsonElement> questions, CancellationToken stop)
    {
        var answers = new Answer[questions.Count];
        Parallel.For(0, questions.Count, new ParallelOptions { CancellationToken = stop }, i =>
            answers[i] = _bot.Bot.Ask(QuestionScore.CommandOf(questions[i]), Scope.Main, cancellation: stop));
        return answers;
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _data.Dispose();
    }
}
