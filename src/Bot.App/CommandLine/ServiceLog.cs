using Microsoft.Extensions.Logging;

namespace Bot.App.CommandLine;

/// <summary>What the log says of a bot without a terminal.</summary>
internal static partial class ServiceLog
{
    [LoggerMessage(LogLevel.Information, "Ready: {Briefings} briefing(s) from {Folder} can be asked about")]
    public static partial void Ready(ILogger logger, int briefings, string folder);

    [LoggerMessage(LogLevel.Information, "The page is at {Url}")]
    public static partial void Serving(ILogger logger, string url);

    [LoggerMessage(LogLevel.Information, "Chat platforms can post to {Url}")]
    public static partial void Listening(ILogger logger, string url);

    [LoggerMessage(LogLevel.Information, "There is nothing to read on standard input: running until told to stop")]
    public static partial void NoInput(ILogger logger);

    [LoggerMessage(LogLevel.Information, "Stopped")]
    public static partial void Stopped(ILogger logger);
}
