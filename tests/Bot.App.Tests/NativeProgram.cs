namespace Bot.App.Tests;

/// <summary>
/// The native program that <c>dotnet publish</c> makes: the file that the environment variable <c>BRIEFING_BOT_NATIVE</c> names, or else
/// the one in <c>artifacts/native</c>. A test that needs it is skipped where it is not there; .ci/run publishes it first.
/// </summary>
internal static class NativeProgram
{
    private static readonly string File = Environment.GetEnvironmentVariable("BRIEFING_BOT_NATIVE") is { Length: > 0 } file
        ? Path.GetFullPath(file, Repository.Folder)
        : Path.Combine(Repository.Folder, "artifacts", "native", OperatingSystem.IsWindows() ? "Bot.App.exe" : "Bot.App");

    public static TheProgram InItsOwnFolder()
    {
        Assert.SkipUnless(
            System.IO.File.Exists(File),
            $"{File} is not there: install clang and zlib1g-dev, then run \"dotnet publish src/Bot.App -c Release -o artifacts/native\".");
        return new TheProgram(File);
    }
}
