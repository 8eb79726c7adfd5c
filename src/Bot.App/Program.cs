using System.CommandLine;
using Bot.App.CommandLine;

// The whole program: arguments -> one of these commands -> the settings (BotSettings) -> the host that carries the core (RunningBot)
// -> ChatBot, the core's door. What goes wrong anywhere ends in Ending as one sentence and an exit code.
StandardStreams.UseUtf8();
Ending.CatchWhatNobodyCaught();
using var stop = new StopSignal();

var root = new RootCommand("Answers questions about a folder of briefings, word for word, and says where each answer stands. "
    + "Without a command it indexes the folder, follows it and answers at a prompt.")
{
    CommonOptions.Briefings,
    CommonOptions.Data,
    AskCommand.Define(),
    BatchCommand.Define(),
    AnnotateCommand.Define(),
    IndexCommand.Define(),
    CheckCommand.Define(),
    QualityCommand.Define(),
    DiscordCommand.Define(),
};
root.SetAction(RunCommand.RunAsync);

// No response files: a question may begin with "@".
var arguments = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
return arguments.Errors.Count > 0
    ? Usage.Explain(arguments)
    : await Ending.OfAsync(() => arguments.InvokeAsync(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, stop.Token));
