namespace Bot.App.CommandLine;

/// <summary>What scripts may rely on.</summary>
internal static class ExitCode
{
    /// <summary>Also when nothing was found: a miss is an answer.</summary>
    public const int Done = 0;

    public const int Failed = 1;

    public const int WrongUsage = 2;
}
