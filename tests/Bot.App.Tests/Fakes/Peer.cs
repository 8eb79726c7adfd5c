using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Bot.App.Tests.Fakes;

/// <summary>
/// A program of tests/peers, made with the platform's own JavaScript libraries: JSON lines in, JSON lines out. It ends when its input does, and so with the
/// process that started it.
/// </summary>
internal sealed class Peer : IAsyncDisposable
{
    private static readonly Version Oldest = new(18, 19);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Process process;
    private readonly Channel<JsonNode> lines = Channel.CreateUnbounded<JsonNode>();
    private readonly StringBuilder errors = new();
    private readonly Task reading;

    private Peer(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors) errors.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
        reading = Task.Run(ReadAsync);
    }

    /// <summary>What is not there, as a sentence; null when all is.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>Everything that it has said so far.</summary>
    public ConcurrentQueue<JsonNode> Said { get; } = new();

    private static string Folder => Path.Combine(Repository.Folder, "tests", "peers");

    public static Peer Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [program, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        return new Peer(Process.Start(start)!);
    }

    /// <summary>What a program says to these lines.</summary>
    public static async Task<IReadOnlyList<JsonNode>> RunAsync(string program, IEnumerable<JsonNode> input, params string[] arguments)
    {
        await using var peer = Start(program, arguments);
        foreach (var line in input) await peer.SendAsync(line);
        await peer.EndAsync();
        return [.. peer.Said];
    }

    public async Task SendAsync(JsonNode line)
    {
        await process.StandardInput.WriteLineAsync(line.ToJsonString(OneLine));
        await process.StandardInput.FlushAsync();
    }

    /// <summary>The next line.</summary>
    /// <exception cref="InvalidOperationException">It has ended, or says nothing.</exception>
    public async Task<JsonNode> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await NextAsync(patience.Token);
    }

    /// <summary>The next line that tells of this; what comes before it is passed over.</summary>
    /// <exception cref="InvalidOperationException">It has ended, does not say so, or tells of an error that was not asked for.</exception>
    public async Task<JsonNode> SeesAsync(string what)
    {
        // For all that is passed over together: a client that connects again and again has always something to say.
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var line = await NextAsync(patience.Token);
            if ((string?)line["saw"] == what) return line;
            if ((string?)line["saw"] == "error") throw new InvalidOperationException($"{What}: {line["message"]} {Errors}");
        }
    }

    /// <summary>Ends its input and waits until it has ended.</summary>
    public async Task EndAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        await reading.WaitAsync(patience.Token);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{What} failed. {Errors}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private string What => process.StartInfo.ArgumentList[0];

    private string Errors
    {
        get { lock (errors) return errors.ToString(); }
    }

    private async Task<JsonNode> NextAsync(CancellationToken patience)
    {
        try
        {
            return await lines.Reader.ReadAsync(patience);
        }
        catch (Exception e) when (e is ChannelClosedException or OperationCanceledException)
        {
            var said = string.Join('\n', Said.Select(line => line.ToJsonString(OneLine)));
            throw new InvalidOperationException($"{What} {(e is ChannelClosedException ? "has ended" : "does not say what is waited for")}. {Errors} It said: {said}", e);
        }
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var value = JsonNode.Parse(line)!;
            Said.Enqueue(value);
            lines.Writer.TryWrite(value);
        }
        lines.Writer.Complete();
    }

    private static string? FindMissing()
    {
        const string without = "nothing is compared with the platforms' own libraries.";
        if (NodeVersion() is not { } version || version < Oldest) return $"Node.js {Oldest} or newer is not installed (apt-get install nodejs npm): {without}";
        return File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json"))
            ? null : $"tests/peers/node_modules is not there (npm ci in tests/peers, which a build does where it can): {without}";
    }

    private static Version? NodeVersion()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            return Version.TryParse(node.StandardOutput.ReadToEnd().Trim().TrimStart('v'), out var version) ? version : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
