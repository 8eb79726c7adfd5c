namespace Bot.Briefings;

/// <summary>What the system says of a file that cannot be read, in a few words that name no other path.</summary>
internal static class Faults
{
    public static string Of(Exception fault) => fault switch
    {
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "its path is too long",
        FileNotFoundException or DirectoryNotFoundException => "it is not there",
        _ => "the system reports an error reading it",
    };
}
