using System.CommandLine;
using Bot.Text;

namespace Bot.App.CommandLine;

/// <summary>Says in one sentence what is wrong with the arguments, and what would be right.</summary>
internal static class Usage
{
    public static int Explain(ParseResult arguments)
    {
        Console.Error.WriteLine(Terminal.Printable.OneLine(SentenceFor(arguments)));
        return ExitCode.WrongUsage;
    }

    private static string SentenceFor(ParseResult arguments)
    {
        var command = arguments.CommandResult.Command;
        // The validators' own sentences say most; the parser's "cannot parse" beside one says the same again, and worse.
        var ours = arguments.Errors.Select(error => error.Message).FirstOrDefault(message => message.EndsWith('.') && !IsTheParsers(message));
        if (ours is not null) return ours;
        return arguments.UnmatchedTokens is [var first, ..]
            ? Unknown(first, command)
            : $"{Sentence(arguments.Errors[0].Message)} See {ProgramName} {Path(command)}--help";
    }

    private static string Unknown(string word, Command command)
    {
        if (word.StartsWith('/')) return $"To ask it, write: {ProgramName} ask \"{word}\"";
        var known = word.StartsWith('-')
            ? command.Options.Concat(Ancestors(command).SelectMany(parent => parent.Options.Where(option => option.Recursive)))
                .Select(option => option.Name).Append("--help")
            : command.Subcommands.Select(subcommand => subcommand.Name);
        var names = known.Distinct().ToList();
        var what = word.StartsWith('-') ? "option" : "command";
        var meant = NearestWord.Of(word, names) is { } nearest ? $" Did you mean {nearest}?" : "";
        var there = names.Count > 0 ? $" There are {string.Join(", ", names)}." : $" See {ProgramName} {Path(command)}--help";
        return $"There is no {what} \"{VisibleText.Shorten(word, 60)}\".{meant}{there}";
    }

    private static bool IsTheParsers(string message) =>
        message.StartsWith("Unrecognized", StringComparison.Ordinal) || message.StartsWith("Required", StringComparison.Ordinal)
        || message.StartsWith("Cannot parse", StringComparison.Ordinal) || message.StartsWith("Option '", StringComparison.Ordinal);

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";

    private static string Path(Command command) => command is RootCommand ? "" : $"{string.Concat(Ancestors(command).Where(one => one is not RootCommand).Reverse().Select(one => one.Name + " "))}{command.Name} ";

    /// <summary>From the nearest to the program itself.</summary>
    private static IEnumerable<Command> Ancestors(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Ancestors(parent).Prepend(parent));

    private static string ProgramName => RootCommand.ExecutableName;
}
