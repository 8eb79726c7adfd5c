using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Bot.Benchmarks.Work;

/// <summary>The program as a process of its own, with its page on a free port of this machine; told to end when disposed.</summary>
internal sealed class ServedProgram : IDisposable
{
    /// <summary>Between two tries to connect: what the first answer is measured too late by, at most.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1), LongestReading = TimeSpan.FromMinutes(30), LongestEnd = TimeSpan.FromMinutes(1);

    private readonly long start;
    private string lastSaid = "";

    /// <param name="command">The program's file and the arguments before the folders.</param>
    public ServedProgram(string[] command, string briefings, string data)
    {
        Server = FreePort();
        var info = new ProcessStartInfo(command[0], [.. command[1..], "--briefings", briefings, "--data", data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["Web__Url"] = $"http://{Server}";
        info.Environment.Remove("Web__Password");
        start = Stopwatch.GetTimestamp();
        Process = Process.Start(info)!;
        Process.ErrorDataReceived += (_, line) => lastSaid = line.Data ?? lastSaid;
        Process.BeginErrorReadLine();
        Process.BeginOutputReadLine();
    }

    public Process Process { get; }

    public IPEndPoint Server { get; }

    /// <summary>Milliseconds from the start of the process until the page was there as a whole.</summary>
    public async Task<double> FirstPageAsync()
    {
        var request = HttpConnection.Request(Server, "/");
        while (true)
        {
            try
            {
                using var connection = await HttpConnection.OpenAsync(Server);
                var status = await connection.GetAsync(request);
                return status == 200
                    ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
                    : throw new InvalidOperationException($"The page was answered with status {status}.");
            }
            catch (SocketException)
            {
                // Nobody listens yet.
            }
            ThrowWhenLate(LongestStart, "serve its page");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    /// <summary>Until all briefings were read and can be asked about.</summary>
    public async Task<HttpConnection> ReadyAsync()
    {
        await FirstPageAsync();
        var connection = await HttpConnection.OpenAsync(Server);
        while (await connection.GetAsync(HttpConnection.Request(Server, "/api/indexing")) != 200 || !connection.Body.Contains("\"caughtUp\":true", StringComparison.Ordinal))
        {
            ThrowWhenLate(LongestReading, "read its briefings");
            await Task.Delay(50 * Pause, TimeProvider.System);
        }
        return connection;
    }

    /// <summary>Asks a line on a connection of its own kind.</summary>
    /// <returns>The answer as JSON.</returns>
    public async Task<string> AskAsync(HttpConnection connection, string line)
    {
        var status = await connection.GetAsync(Ask(line));
        return status == 200 ? connection.Body : throw new InvalidOperationException($"\"{line}\" was answered with status {status}: {connection.Body}");
    }

    public byte[] Ask(string line) => HttpConnection.Request(Server, $"/api/ask?q={Uri.EscapeDataString(line)}");

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

    private void ThrowWhenLate(TimeSpan longest, string what)
    {
        if (Process.HasExited) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The program ended with exit code {Process.ExitCode}: {lastSaid}"));
        if (Stopwatch.GetElapsedTime(start) > longest) throw new TimeoutException($"The program did not {what} within {longest.TotalMinutes:0} minutes: {lastSaid}");
    }

    private static IPEndPoint FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (IPEndPoint)listener.LocalEndpoint;
    }
}
