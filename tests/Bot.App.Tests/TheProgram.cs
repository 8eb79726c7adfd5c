using System.Diagnostics;
using System.Text;

namespace Bot.App.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record Ended(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The built program as a child process, in an empty folder of its own that is gone afterwards.</summary>
/// <param name="file">The file that is the program by itself (<see cref="NativeProgram"/>); null for the one that was built with the tests.</param>
internal sealed class TheProgram(string? file = null) : IDisposable
{
    private static readonly string Dll = Path.Combine(AppContext.BaseDirectory, "Bot.App.dll");
    private static readonly string DotNet =
        System.Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public string Folder { get; } = Directory.CreateTempSubdirectory("bot-app-tests-").FullName;

    /// <summary>No page, unless a test wants one: the tests run side by side, and there is one port 5080.</summary>
    public Dictionary<string, string> Environment { get; } = new() { ["Web__Url"] = "" };

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public async Task<Ended> RunAsync(string input, params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading what it was given, as with wrong usage.
        }
        await EndAsync(process);
        return new Ended(process.ExitCode, await output, WithoutProgress(await errors));
    }

    // Whether a line tells how far the reading is depends on how busy the machine is; ProgressLineTests hold what it says.
    private static string WithoutProgress(string errors) =>
        string.Join('\n', errors.Split('\n').Where(line => !line.StartsWith("Reading: ", StringComparison.Ordinal)));

    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(file ?? DotNet, file is null ? [Dll, .. arguments] : arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach (var name in new[] { "Briefings__Folder", "Data__Folder", "Web__Url" }) start.Environment.Remove(name);
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Reads lines until one holds the text, and gives that one; fails when the program ends before.</summary>
    public static async Task<string> ReadUntilAsync(StreamReader reader, string text)
    {
        using var patience = new CancellationTokenSource(Longest);
        var said = new StringBuilder();
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal)) return line;
            said.Append('\n').Append(line);
        }
        throw new InvalidOperationException($"The program ended without saying \"{text}\", but:{said}");
    }

    public static async Task EndAsync(Process process)
    {
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"The program did not end within {Longest.TotalMinutes} minutes.");
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
