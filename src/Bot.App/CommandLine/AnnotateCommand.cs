using System.CommandLine;
using System.Globalization;
using Bot.Answers;
using Bot.Text;

namespace Bot.App.CommandLine;

/// <summary><c>annotate</c>: what the bot sees in a text (sentences, mentions, times, roles, quotations). Needs no briefings and no index.</summary>
internal static class AnnotateCommand
{
    public static Command Define()
    {
        var command = new Command("annotate", "Annotates lines of JSON {\"id\", \"text\", \"date\"?} from standard input, in their order");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken stop)
    {
        await JsonLines.AnswerAsync(StandardStreams.OpenInput(), StandardStreams.OpenOutput(), line =>
            AnswerJson.Write(Annotator.Annotate(line.Id ?? "", line.Required("text"), DateOf(line))), stop);
        return ExitCode.Done;
    }

    private static DateOnly? DateOf(JsonRequest line) => line.Optional("date") switch
    {
        null or "" => null,
        { } text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        var text => throw new BadRequestException($"has \"{VisibleText.Shorten(text, 40)}\" as its date, which is no day such as 2023-07-06"),
    };
}
