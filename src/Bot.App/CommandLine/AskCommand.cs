using System.CommandLine;
using Bot.Answers;
using Bot.App.Terminal;
using Bot.Chat;
using Bot.Text;
using Microsoft.Extensions.Logging;

namespace Bot.App.CommandLine;

/// <summary><c>ask "/who Lavrov" [--json] [--limit N]</c>: one answer. Beside a running bot it reads that bot's index.</summary>
internal static class AskCommand
{
    private static readonly Argument<string[]> Question = new("question")
    {
        Description = "A command such as \"/who Lavrov\", or a question; quote it, so that the shell leaves it whole",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the answer as JSON on one line" };

    private static readonly Option<int> Limit = CommonOptions.Limit();

    public static System.CommandLine.Command Define()
    {
        var command = new System.CommandLine.Command("ask", "Answers one command or question") { Question, Json, Limit };
        command.Validators.Add(result =>
        {
            // A misspelt option would else be taken for a word of the question.
            var word = result.GetValue(Question)?.FirstOrDefault(word => word.StartsWith("--", StringComparison.Ordinal) && !word.Contains(' '));
            if (word is { Length: > 2 }) result.AddError($"ask has no option {VisibleText.Shorten(word, 60)}. It takes --json, --limit, --briefings and --data.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        var settings = BotSettings.Read(arguments);
        await using var bot = await RunningBot.StartAsync(settings, BesideWriter.ReadOnly, LogLevel.Warning, log: null, stop);
        await ProgressLine.WaitAsync(bot.Progress, bot.Time, stop);
        var answer = bot.Bot.Ask(string.Join(' ', arguments.GetValue(Question)!), Scope.Main, arguments.GetValue(Limit), cancellation: stop);
        if (arguments.GetValue(Json)) await Console.Out.WriteLineAsync(AnswerJson.Write(answer));
        else Write(answer, arguments.GetResult(Limit) is { Implicit: false });
        return answer.IsFault ? ExitCode.Failed : answer.Status == AnswerStatus.Failed ? ExitCode.WrongUsage : ExitCode.Done;
    }

    private static void Write(Answer answer, bool all)
    {
        if (answer is { Status: AnswerStatus.Failed, Reason: { } reason })
        {
            Console.Error.WriteLine(Printable.OneLine(reason));
            return;
        }
        var view = new ReplyView(TerminalOutput.ForStandardOutput(), TimeProvider.System);
        var reply = ReplyPages.Of(AnswerReply.For(answer));
        view.Write(reply, all ? null : 0);
        if (!all && reply.Count > 1) view.WriteNote($"--limit {Chat.Command.MostPassages} shows all {reply.Items.Count}.");
    }
}
