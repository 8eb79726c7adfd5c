using Spectre.Console;

namespace Bot.App.Terminal;

/// <summary>What the program may write to: decided once, from the streams and the environment.</summary>
internal static class TerminalOutput
{
    /// <summary>Wider than any line: text that goes into a file or another program is not wrapped.</summary>
    private const int Unwrapped = 1_000_000;

    /// <summary>Both ends are a terminal that knows how to move its cursor: there can be a prompt.</summary>
    public static bool IsInteractive => !Console.IsInputRedirected && !Console.IsOutputRedirected && !IsDumb;

    /// <summary>Standard error is a terminal on which a line can be written over.</summary>
    public static bool ShowsProgress => !Console.IsErrorRedirected && !IsDumb;

    /// <summary>Bold and dim are welcome (no-color.org).</summary>
    public static bool IsStyled => !Console.IsOutputRedirected && !IsDumb && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") is "dumb" or ""
        || (!OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("TERM") is null);

    public static IAnsiConsole ForStandardOutput() => Create(Console.Out, IsStyled, Console.IsOutputRedirected ? null : () => Console.WindowWidth);

    /// <param name="width">Cells of a row now; null: lines are not wrapped.</param>
    public static IAnsiConsole Create(TextWriter writer, bool styled, Func<int>? width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = styled ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = width is null ? Unwrapped : Math.Max(20, width());
        return console;
    }
}
