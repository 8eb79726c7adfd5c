using Bot.Answers;
using Bot.App.CommandLine;
using Bot.App.Terminal;
using Bot.App.Wording;
using Bot.Chat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Bot.App.Tests.Terminal;

public sealed class CatalogTests : IDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly string _data = Directory.CreateTempSubdirectory("bot-catalog-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Each_command_is_completed_helped_with_and_answered()
    {
        await using var bot = await StartAsync();
        var editor = new LineEditor(new History([]), line => bot.Bot.Complete(line, Scope.Main));
        editor.Type("/{Tab}");
        var offered = editor.Completions!.Choices.Select(choice => choice.Line.Trim()).ToList();
        foreach (var command in CommandCatalog.Commands)
        {
            Assert.Contains("/" + command.Name, offered);
            var help = AnswerReply.For(bot.Bot.Ask($"/help {command.Name}", Scope.Main, cancellation: Stop));
            Assert.Contains(help.Blocks, block => block is Field field && field.Name.StartsWith("/" + command.Name, StringComparison.Ordinal));
            foreach (var example in command.Examples)
            {
                // The second page of a list may be one too many; that is told, and it is no fault.
                var answer = bot.Bot.Ask(example, Scope.Main, by: ThisMachine.Asker, cancellation: Stop);
                Assert.True(answer.Status != AnswerStatus.Failed || example.Contains("page:"), $"{example}: {answer.Reason}");
            }
        }
    }

    [Fact]
    public async Task A_name_is_completed_from_the_corpus()
    {
        await using var bot = await StartAsync();
        var editor = new LineEditor(new History([]), line => bot.Bot.Complete(line, Scope.Main));
        editor.Type("/who Lav{Tab}");
        Assert.Equal("/who Sergey Lavrov", editor.Line.Text.TrimEnd());
    }

    private async Task<RunningBot> StartAsync()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [BotSettings.BriefingsFolder] = Repository.Seeds,
            [BotSettings.DataFolder] = _data,
        }).Build();
        var bot = await RunningBot.StartAsync(settings, BesideWriter.Refuse, LogLevel.Warning, log: _ => { }, Stop);
        await bot.Progress.CaughtUp.WaitAsync(Stop);
        return bot;
    }
}
