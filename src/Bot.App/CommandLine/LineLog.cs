using Microsoft.Extensions.Logging;

namespace Bot.App.CommandLine;

/// <summary>
/// Logs one line per event to standard error, or above the line being typed. No time stands before it: where it matters (systemd,
/// a container) the one who collects the lines adds it. An exception's message is added; its stack only at level Debug.
/// </summary>
internal sealed class LineLog(Action<string> write) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, write);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, Action<string> write) : ILogger
    {
        // The host logs a failed start with its exception and then throws it: the user is told once, by Ending.
        private const int StartupFaulted = 11;

        private readonly bool _isHost = category == "Microsoft.Extensions.Hosting.Internal.Host";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (_isHost && eventId.Id == StartupFaulted) return;
            var line = $"{Word(logLevel)}: {formatter(state, exception)}";
            if (exception is not null) line += $" ({exception.Message})";
            write(Terminal.Printable.OneLine(line));
        }

        private static string Word(LogLevel level) => level switch
        {
            LogLevel.Trace or LogLevel.Debug => "debug",
            LogLevel.Information => "info",
            LogLevel.Warning => "warning",
            _ => "error",
        };
    }
}
