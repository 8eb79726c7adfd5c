using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Bot.Benchmarks.Work;

/// <summary>The program with its page on a free port of this machine; told to end when disposed.</summary>
/// <param name="command">The program's file and the arguments before the folders.</param>
internal sealed class ServedProgram(string[] command, string briefings, string data) : IDisposable
{
    /// <summary>Between two tries to connect: what the first answer is measured too late by, at most.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1), LongestReading = TimeSpan.FromMinutes(30);

    private readonly (ChildProgram Program, IPEndPoint Server) started = Start(command, briefings, data);

    public Process Process => started.Program.Process;

    public IPEndPoint Server => started.Server;

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
                    ? started.Program.MillisecondsSinceStart
                    : throw new InvalidOperationException($"The page was answered with status {status}.");
            }
            catch (SocketException)
            {
                // Nobody listens yet.
            }
            started.Program.ThrowWhenLate(LongestStart, "serve its page");
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
            started.Program.ThrowWhenLate(LongestReading, "read its briefings");
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

    public void Dispose() => started.Program.Dispose();

    private static (ChildProgram Program, IPEndPoint Server) Start(string[] command, string briefings, string data)
    {
        var server = ChildProgram.FreePort();
        return (new ChildProgram([.. command, "--briefings", briefings, "--data", data], ("Web__Url", $"http://{server}"), ("Web__Password", null)), server);
    }
}
