using System.Diagnostics;

namespace Bot.Benchmarks;

/// <summary>What is being measured, on standard error: one line that is written over on a screen, line after line elsewhere.</summary>
internal static class ProgressLine
{
    private static readonly long Start = Stopwatch.GetTimestamp();

    public static void Tell(string doing)
    {
        Clear();
        var line = $"{Stopwatch.GetElapsedTime(Start):h\\:mm\\:ss} {doing}";
        if (Console.IsErrorRedirected) Console.Error.WriteLine(line);
        else Console.Error.Write(line);
    }

    public static void Clear()
    {
        if (!Console.IsErrorRedirected) Console.Error.Write("\r\u001b[K");
    }
}
