using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Bot.App.Tests.Web;

/// <summary>The native program in a folder of its own, with its page on a free port; told to end, and gone, when disposed.</summary>
internal sealed class NativePage : IAsyncDisposable
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private readonly TheProgram _program;
    private readonly Process _process;

    private NativePage(TheProgram program, Process process, string url)
    {
        (_program, _process, Url) = (program, process, url);
        Client = new HttpClient { BaseAddress = new Uri(url) };
    }

    /// <summary>As the program's log tells it.</summary>
    public string Url { get; }

    public HttpClient Client { get; }

    /// <summary>Until every briefing can be asked about.</summary>
    /// <param name="files">Name and text of each briefing.</param>
    public static async Task<NativePage> StartAsync(params (string Name, string Text)[] files)
    {
        var program = NativeProgram.InItsOwnFolder();
        program.Environment["Web__Url"] = "http://127.0.0.1:0";
        foreach (var (name, text) in files) program.Write(Path.Combine("seeds", name), text);
        var process = program.Start();
        try
        {
            var said = await TheProgram.ReadUntilAsync(process.StandardError, "The page is at");
            await TheProgram.ReadUntilAsync(process.StandardError, "Ready:");
            return new NativePage(program, process, said[said.IndexOf("http://", StringComparison.Ordinal)..]);
        }
        catch
        {
            // Without its page nobody is there to end it.
            process.Kill();
            throw;
        }
    }

    /// <summary>Writes a briefing and waits until the program says that it was read.</summary>
    public async Task ChangeAsync(string name, string text)
    {
        _program.Write(Path.Combine("seeds", name), text);
        await TheProgram.ReadUntilAsync(_process.StandardError, "Indexed 1 new or changed");
    }

    public async Task<JsonNode> ReadAsync(string address) =>
        JsonNode.Parse(await Client.GetStringAsync(new Uri(address, UriKind.Relative), Stop))!;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        // The end of an input in which something stood is the end of the program.
        await _process.StandardInput.WriteLineAsync();
        _process.StandardInput.Close();
        await TheProgram.EndAsync(_process);
        Assert.Equal(0, _process.ExitCode);
        _process.Dispose();
        _program.Dispose();
    }
}
