using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

[assembly: AssemblyFixture(typeof(Bot.Tests.State.PostgresServer))]

namespace Bot.Tests.State;

/// <summary>
/// A PostgreSQL of this test run's own, from Debian's package, in a temporary folder on a free port of loopback: begun when the first test asks for a database,
/// and gone with the run, however that ends. Tests that need it are skipped where the package is not there.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    public const string User = "briefings", Password = "never;shown";

    private const string Installed = "/usr/lib/postgresql";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Its programs refuse to run as root; they end with their standard input, and so with the process that started them.</summary>
    private const string Script = """
        trap '' HUP INT TERM
        folder=$1; shift
        "$@" < /dev/null & server=$!
        cat > /dev/null
        kill -INT $server
        wait $server
        rm -rf "$folder"
        """;

    private readonly Lazy<Task> started;
    private Process? server;
    private int databases;

    public PostgresServer() => started = new Lazy<Task>(StartAsync);

    public int Port { get; private set; }

    /// <summary>A new database; its connection string.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        Assert.SkipWhen(Programs is null, "No PostgreSQL is installed (apt-get install postgresql): what replicas share is tested with SQLite alone.");
        await started.Value;
        var name = $"test{Interlocked.Increment(ref databases)}";
        await DoAsync($"CREATE DATABASE {name}");
        return ConnectionString(Port, name);
    }

    public static string ConnectionString(int port, string database) =>
        $"Host=127.0.0.1;Port={port};Database={database};Username={User};Password=\"{Password}\";Timeout=60;Command Timeout=60";

    /// <summary>Carries out a statement as the owner of all.</summary>
    public Task DoAsync(string sql, string database = "postgres") => RunAsync(
        Path.Combine(Programs!, "psql"), $"host=127.0.0.1 port={Port} dbname={database} user={User} password={Password}", "-qXAt", "-v", "ON_ERROR_STOP=1", "-c", sql);

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.StandardInput.Close();
            using var patience = new CancellationTokenSource(Patience);
            await server.WaitForExitAsync(patience.Token);
            server.Dispose();
            server = null;
        }
    }

    /// <summary>The newest version's; null where none is installed.</summary>
    private static string? Programs { get; } = Directory.Exists(Installed)
        ? Directory.GetDirectories(Installed).Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .MaxBy(bin => int.TryParse(Path.GetFileName(Path.GetDirectoryName(bin)), out var version) ? version : 0)
        : null;

    private async Task StartAsync()
    {
        for (var triesLeft = 5; await FailureAsync() is { } failure; triesLeft--)
        {
            if (triesLeft == 0) throw new InvalidOperationException($"PostgreSQL does not start: {failure}");
        }
    }

    /// <summary>Null when it listens; else why not, which may be that somebody else took the port meanwhile.</summary>
    private async Task<string?> FailureAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"bot-postgres-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        // Root's folders cannot be entered by the user that the server runs as.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, (UnixFileMode)0x1FF);
        var (data, password) = (Path.Combine(folder, "data"), Path.Combine(folder, "password"));
        await File.WriteAllTextAsync(password, Password);
        await RunAsync(
            Path.Combine(Programs!, "initdb"), "-D", data, "-U", User, "--pwfile", password, "-A", "scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions");
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }
        string[] settings =
        [
            "listen_addresses=127.0.0.1", $"port={Port}", "unix_socket_directories=", "fsync=off", "synchronous_commit=off", "full_page_writes=off",
            "shared_buffers=16MB", "max_connections=200", "log_min_messages=error",
        ];
        server = Start("sh", ["-c", Script, "sh", folder, .. AsSomebody, Path.Combine(Programs!, "postgres"), "-D", data, .. settings.SelectMany(setting => new[] { "-c", setting })]);
        while (await server.StandardError.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.Contains("FATAL", StringComparison.Ordinal))
            {
                await DisposeAsync();
                return line;
            }
            if (!line.Contains("ready to accept connections", StringComparison.Ordinal)) continue;
            // What it says later nobody reads, and it must not wait for that.
            _ = server.StandardError.ReadToEndAsync();
            return null;
        }
        return "it ended without a word.";
    }

    private static string[] AsSomebody => Environment.UserName == "root" ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Start(AsSomebody is [var setpriv, .. var rights] ? setpriv : program, AsSomebody is [_, ..] ? [.. AsSomebody[1..], program, .. arguments] : arguments);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await output;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{Path.GetFileName(program)} failed: {errors}");
    }

    private static Process Start(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        // Not one that the server's user may not enter.
        WorkingDirectory = "/",
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["LC_ALL"] = "C" },
    })!;
}
