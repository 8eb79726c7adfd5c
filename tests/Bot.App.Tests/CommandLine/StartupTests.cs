using System.Runtime.InteropServices;
using Bot.App.CommandLine;

namespace Bot.App.Tests.CommandLine;

public class StartupTests
{
    [Theory]
    [InlineData("Briefings__SweepSeconds", "0", "Briefings:SweepSeconds is 0")] // out of its range
    [InlineData("Briefings__SweepSeconds", "ten", "Briefings:SweepSeconds is \"ten\"; it may be a whole number from 1 to 86400.")] // of another kind
    [InlineData("Briefings__SweepSeconds", "30.5", "Briefings:SweepSeconds is \"30.5\"; it may be a whole number from 1 to 86400.")]
    [InlineData("Briefings__LargestFileMegabytes", "1e20", "Briefings:LargestFileMegabytes is \"1e20\"; it may be a whole number from 1 to 100000.")]
    [InlineData("Terminal__History", "perhaps", "Terminal:History is \"perhaps\"; it may be true or false.")]
    public async Task A_wrong_setting_ends_in_one_sentence_that_names_it(string name, string value, string sentence)
    {
        foreach (var command in new[] { "index", "check" })
        {
            using var program = new TheProgram();
            program.Write("seeds/a.txt", "Lavrov spoke.");
            program.Environment[name] = value;
            var ended = await program.RunAsync("", command);
            Assert.Equal(1, ended.ExitCode);
            Assert.Contains(sentence, ended.Errors + ended.Output);
            Assert.Contains(value, ended.Errors + ended.Output);
            Assert.DoesNotContain("   at ", ended.Errors);
            Assert.True(ended.Errors.Count(c => c == '\n') <= 1, ended.Errors);
        }
    }

    [Theory]
    [InlineData("Host=db.example;Passwort=never shown")]
    [InlineData("postgres://bot:never shown@db.example/briefings")]
    [InlineData("Host=bot:never shown@db.example")]
    [InlineData("Host=db.example;Port=never shown")]
    [InlineData("Host=db.example;Password=a;never shown")]
    [InlineData("never shown")]
    public async Task A_connection_string_that_cannot_be_read_is_told_and_not_shown(string value)
    {
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke.");
        program.Environment["Data__Database"] = value;
        foreach (var arguments in (string[][])[["check"], []])
        {
            var ended = await program.RunAsync("", arguments);
            Assert.Equal(1, ended.ExitCode);
            Assert.Contains("Data:Database is no connection string that the bot can read", ended.Output + ended.Errors);
            Assert.DoesNotContain("never shown", ended.Output + ended.Errors);
            Assert.DoesNotContain("   at ", ended.Errors);
        }
    }

    [Fact]
    public async Task Without_its_database_a_bot_that_stays_does_not_start_and_a_question_is_answered_all_the_same()
    {
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke in New York.");
        // A port that nobody listens at, as long as this one does.
        using var taken = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        taken.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        program.Environment["Data__Database"] = $"Host=127.0.0.1;Port={((System.Net.IPEndPoint)taken.LocalEndPoint!).Port};Database=briefings;Username=bot;Password=never shown";
        Assert.Contains("Lavrov spoke in New York.", (await program.RunAsync("", "ask", "/who Lavrov")).Output);
        var bot = await program.RunAsync("");
        Assert.Equal(1, bot.ExitCode);
        Assert.Contains("cannot be reached", Assert.Single(bot.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        var check = await program.RunAsync("", "check");
        Assert.Contains("wrong: PostgreSQL at 127.0.0.1:", check.Output);
        Assert.Equal((1, 0), (check.ExitCode, (await program.RunAsync("", "check", "--offline")).ExitCode));
        Assert.DoesNotContain("never shown", bot.Errors + check.Output);
    }

    [Fact]
    public async Task What_is_set_to_nothing_counts_as_not_set()
    {
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke.");
        program.Write("appsettings.json", """{ "Data": { "Folder": "kept" } }""");
        foreach (var setting in SettingsCatalog.Settings) program.Environment[setting.Key.Replace(":", "__", StringComparison.Ordinal)] = "";
        var check = await program.RunAsync("", "check");
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("Data:Folder = kept   [appsettings.json]", check.Output);
        Assert.Contains("Web:Url = (not set)   [environment]", check.Output);
        Assert.Contains("Lavrov spoke.", (await program.RunAsync("", "ask", "/who Lavrov")).Output);
        Assert.True(Directory.Exists(Path.Combine(program.Folder, "kept")));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file_ends_in_one_sentence()
    {
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke.");
        program.Write("data", "a file");
        var ended = await program.RunAsync("", "index");
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("data", Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task With_no_input_it_runs_until_it_is_told_to_stop()
    {
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke in New York.");
        using var bot = program.Start();
        bot.StandardInput.Close();
        await TheProgram.ReadUntilAsync(bot.StandardError, "running until told to stop");

        // Beside it: a second writer is refused, a question is answered from its index.
        var second = await program.RunAsync("", "index");
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("Another bot is running", second.Errors);
        var ask = await program.RunAsync("", "ask", "/who", "Lavrov");
        Assert.Equal(0, ask.ExitCode);
        Assert.Contains("Lavrov spoke in New York.", ask.Output);

        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "SIGTERM is sent on Linux and macOS only");
        Assert.Equal(0, Terminate(bot.Id, 15));
        await TheProgram.EndAsync(bot);
        Assert.Equal(0, bot.ExitCode);
        Assert.DoesNotContain("error", await bot.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_log_says_where_the_page_is_and_check_beside_the_bot_finds_its_port_in_order()
    {
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke in New York.");
        program.Environment["Web__Url"] = "http://127.0.0.1:0";
        using var bot = program.Start();
        var url = (await TheProgram.ReadUntilAsync(bot.StandardError, "The page is at ")).Split(' ')[^1];
        using var client = new HttpClient();
        Assert.Contains("<title>Briefing bot</title>", await client.GetStringAsync(new Uri(url), TestContext.Current.CancellationToken));
        // Under the program's own runtime settings, which the tests' process does not have.
        Assert.Contains("\"/api/ask\"", await client.GetStringAsync(new Uri(url + "/api/openapi.json"), TestContext.Current.CancellationToken));
        program.Environment["Web__Url"] = url;
        Assert.Equal(0, (await program.RunAsync("", "check")).ExitCode);
        bot.StandardInput.Close();
        bot.Kill();
        await TheProgram.EndAsync(bot);
        Assert.Equal(0, (await program.RunAsync("", "check")).ExitCode); // the port is free, and nobody writes
    }

    [Theory]
    [InlineData("environment")]
    [InlineData("appsettings.json")]
    public async Task With_an_empty_url_there_is_no_page(string source)
    {
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke in New York.");
        if (source == "appsettings.json")
        {
            program.Write(source, """{ "Web": { "Url": "" } }""");
            program.Environment.Remove("Web__Url");
        }
        var ended = await program.RunAsync("/who Lavrov\n");
        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("│ Lavrov spoke in New York.", ended.Output);
        Assert.DoesNotContain("The page is at", ended.Errors);
    }

    [Fact]
    public async Task Lines_from_a_pipe_are_answered_until_their_end()
    {
        using var program = new TheProgram();
        program.Write("seeds/a.txt", "Lavrov spoke in New York.\n\nHaass spoke in Minsk.");
        var ended = await program.RunAsync("/who Lavrov\n\u001b[2J\n/who Haass\nexit\n/who Lavrov\n");
        Assert.Equal(0, ended.ExitCode);
        Assert.Equal(1, ended.Output.Split("│ Lavrov spoke in New York.").Length - 1);
        Assert.Contains("│ Haass spoke in Minsk.", ended.Output);
        Assert.DoesNotContain('\u001b', ended.Output);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Terminate(int process, int signal);
}
