using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Bot.Benchmarks.Measuring;

/// <summary>What figures were measured on: enough to compare, and nothing that names the machine or its folders.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores of {Processor()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB of memory, "
        + $"{System()}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}");

    /// <summary>The commit that was measured, and whether files differed from it; "unknown" outside a repository.</summary>
    public static string Commit(string repository)
    {
        var commit = Git(repository, "rev-parse", "--short=9", "HEAD");
        var changes = Git(repository, "status", "--porcelain", "--untracked-files=no", "--", "src", "tests/Bot.Benchmarks", "Directory.Packages.props");
        return commit is null ? "unknown" : string.IsNullOrEmpty(changes) ? commit : commit + " with changes";
    }

    private static string Processor() => Field("/proc/cpuinfo", "model name") ?? "an unnamed processor";

    private static string System() => Field("/etc/os-release", "PRETTY_NAME")?.Trim('"') is { } name
        ? $"{name}, Linux {Environment.OSVersion.Version.ToString(2)}"
        : RuntimeInformation.OSDescription;

    private static string? Field(string file, string name) => File.Exists(file)
        ? File.ReadLines(file).Where(line => line.StartsWith(name, StringComparison.Ordinal)).Select(line => line.Split([':', '='], 2)[1].Trim()).FirstOrDefault()
        : null;

    private static string? Git(string repository, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = repository, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no git here.
            return null;
        }
    }
}
