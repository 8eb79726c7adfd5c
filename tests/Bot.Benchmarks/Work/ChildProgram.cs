using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bot.Benchmarks.Work;

/// <summary>A program as a process of its own, which is told by the end of its input to end when disposed.</summary>
internal sealed class ChildProgram : IDisposable
{
    /// <summary>Lines that are kept of what it says on standard error.</summary>
    private const int MostLines = 200;

    private static readonly TimeSpan LongestEnd = TimeSpan.FromMinutes(1);

    private readonly Queue<string> said = new();

    /// <param name="command">The program's file and its arguments.</param>
    /// <param name="environment">What differs from this process's; null takes one away.</param>
    public ChildProgram(string[] command, params IEnumerable<(string Name, string? Value)> environment)
    {
        var info = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment) info.Environment[name] = value;
        Started = Stopwatch.GetTimestamp();
        Process = Process.Start(info)!;
        Process.ErrorDataReceived += (_, line) => Hear(line.Data);
        Process.BeginErrorReadLine();
        Process.BeginOutputReadLine();
    }

    public Process Process { get; }

    /// <summary>Just before it was started, by <see cref="Stopwatch"/>.</summary>
    public long Started { get; }

    public double MillisecondsSinceStart => Stopwatch.GetElapsedTime(Started).TotalMilliseconds;

    /// <summary>The last lines on its standard error.</summary>
    public IReadOnlyList<string> Said
    {
        get { lock (said) return [.. said]; }
    }

    /// <summary>An address of this machine that nobody listens on.</summary>
    public static IPEndPoint FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }

    /// <exception cref="InvalidOperationException">It has ended.</exception>
    /// <exception cref="TimeoutException">It has run for longer.</exception>
    public void ThrowWhenLate(TimeSpan longest, string what)
    {
        if (Process.HasExited) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The program ended with exit code {Process.ExitCode}: {LastSaid}"));
        if (Stopwatch.GetElapsedTime(Started) > longest) throw new TimeoutException($"The program did not {what} within {longest.TotalMinutes:0} minutes: {LastSaid}");
    }

    /// <summary>Waits for what the program is to do.</summary>
    /// <exception cref="InvalidOperationException">It has ended before.</exception>
    public async Task UntilAsync(Task done)
    {
        await Task.WhenAny(done, Process.WaitForExitAsync());
        if (!done.IsCompleted) ThrowWhenLate(TimeSpan.MaxValue, "do what it was to do");
        await done;
    }

    public void Dispose()
    {
        if (!Process.HasExited)
        {
            // The end of an input in which something stood is the end of the program.
            Process.StandardInput.WriteLine();
            Process.StandardInput.Close();
            if (!Process.WaitForExit(LongestEnd)) Process.Kill();
        }
        Process.WaitForExit();
        Process.Dispose();
    }

    private string LastSaid => string.Join('\n', Said.TakeLast(10));

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said)
        {
            said.Enqueue(line);
            if (said.Count > MostLines) said.Dequeue();
        }
    }
}
