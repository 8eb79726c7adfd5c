using System.Diagnostics;

namespace Bot.Benchmarks;

/// <summary>
/// What is being measured and since when, on standard error: on a screen one line that is written over every second, elsewhere a line for each step.
/// </summary>
internal static class ProgressLine
{
    private static readonly long Start = Stopwatch.GetTimestamp();
    private static readonly Lock Writing = new();
    private static Timer? everySecond;
    private static string doing = "";

    public static void Tell(string step)
    {
        lock (Writing)
        {
            doing = step;
            if (Console.IsErrorRedirected) Console.Error.WriteLine(Line);
            else everySecond ??= new Timer(_ => Draw(), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Makes room for other output; until the next step nothing is drawn.</summary>
    public static void Clear()
    {
        lock (Writing)
        {
            doing = "";
            if (!Console.IsErrorRedirected) Console.Error.Write("\r\u001b[K");
        }
    }

    private static string Line => $"{Stopwatch.GetElapsedTime(Start):h\\:mm\\:ss} {doing}";

    private static void Draw()
    {
        lock (Writing)
        {
            if (doing.Length > 0) Console.Error.Write($"\r\u001b[K{Line}");
        }
    }
}
