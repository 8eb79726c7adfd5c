using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Bot.App.CommandLine;

namespace Bot.App.Tests.CommandLine;

public class CheckTests
{
    [Fact]
    public async Task Each_setting_is_told_with_where_it_comes_from()
    {
        using var program = new TheProgram();
        Directory.CreateDirectory(Path.Combine(program.Folder, "cables"));
        program.Write("appsettings.json", """{ /* a comment */ "Terminal": { "History": false } }""");
        program.Environment["Data__Folder"] = "memory";
        var ended = await program.RunAsync("", "check", "--briefings", "cables");
        Assert.Contains("Terminal:History = False   [appsettings.json]", ended.Output);
        Assert.Contains("Data:Folder = memory   [environment]", ended.Output);
        Assert.Contains("Briefings:Folder = cables   [command line]", ended.Output);
        Assert.Contains("All is well", ended.Output);
        Assert.Equal(0, ended.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(program.Folder, "memory"))); // it writes nothing
    }

    [Fact]
    public async Task A_missing_briefings_folder_is_wrong_and_what_to_do_is_said()
    {
        using var program = new TheProgram();
        var ended = await program.RunAsync("", "check");
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("wrong:", ended.Output);
        Assert.Contains("Briefings:Folder", ended.Output);
        Assert.Contains("seeds", ended.Output);
    }

    [Fact]
    public async Task A_mistyped_setting_is_warned_of_with_the_one_that_was_meant()
    {
        using var program = new TheProgram();
        Directory.CreateDirectory(Path.Combine(program.Folder, "seeds"));
        program.Write("appsettings.json", """{ "Briefing": { "Folder": "cables" } }""");
        var ended = await program.RunAsync("", "check");
        Assert.Contains("warning: appsettings.json sets Briefing:Folder, which nothing reads. Did you mean Briefings:Folder?", ended.Output);
        Assert.Equal(0, ended.ExitCode);
    }

    [Fact]
    public async Task A_settings_file_that_is_no_json_is_one_sentence()
    {
        using var program = new TheProgram();
        program.Write("appsettings.json", "{ \"Data\": ");
        var ended = await program.RunAsync("", "check");
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("appsettings.json cannot be read", ended.Errors);
        Assert.DoesNotContain("   at ", ended.Errors);
    }

    [Theory]
    [InlineData("damaged", "is damaged.*put a copy of it back, or move it away")]
    [InlineData("damaged within", "is damaged.*put a copy of it back, or move it away")]
    [InlineData("newer", "was last used by a newer version")]
    [InlineData("another program's", "Choose another Data:Folder")]
    public async Task A_state_that_the_bot_could_not_use_is_wrong_and_what_to_do_is_said(string state, string sentence)
    {
        using var program = new TheProgram();
        program.Write("seeds/talks.txt", "Sergey Lavrov met the delegation in Geneva.");
        Assert.Equal(0, (await program.RunAsync("", "index")).ExitCode);
        var path = Path.Combine(program.Folder, "data", "state.db");
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        // Offsets of the header: sqlite.org/fileformat.html, 1.3. Its second page is the first of the tables.
        if (state == "damaged") bytes[0] ^= 1;
        else if (state == "damaged within") new Random(5).NextBytes(bytes.AsSpan(4096, 4096));
        else if (state == "newer") bytes[63] = 99;
        else bytes[68] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        var before = Contents(program);
        var ended = await program.RunAsync("", "check");
        Assert.Matches($"(?m)^wrong: .*state\\.db.*{sentence}", ended.Output);
        Assert.Equal((1, before), (ended.ExitCode, Contents(program)));
    }

    [Fact]
    public async Task A_state_is_well_beside_a_running_bot_after_a_kill_and_after_an_end_and_nothing_is_written()
    {
        using var program = new TheProgram();
        program.Write("seeds/talks.txt", "Sergey Lavrov met the delegation in Geneva.");
        using (var running = program.Start())
        {
            await running.StandardInput.WriteLineAsync("/who Lavrov");
            await running.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
            Assert.NotNull(await running.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            // What was asked is noted behind the answer: that is the running bot's own writing.
            await AssertWellAsync(butFor: "state.db-wal");
            running.Kill();
            await TheProgram.EndAsync(running);
        }
        Assert.True(File.Exists(Path.Combine(program.Folder, "data", "state.db-wal")));
        await AssertWellAsync();
        Assert.Equal(0, (await program.RunAsync("", "index")).ExitCode);
        await AssertWellAsync();

        async Task AssertWellAsync(string? butFor = null)
        {
            var before = Contents(program, butFor);
            var ended = await program.RunAsync("", "check");
            Assert.Contains("All is well", ended.Output);
            Assert.Equal(before, Contents(program, butFor));
        }
    }

    [Fact]
    public async Task A_data_folder_of_other_briefings_is_wrong_and_no_command_uses_it()
    {
        using var program = new TheProgram();
        program.Write("seeds/talks.txt", "Sergey Lavrov met the delegation in Geneva.");
        program.Write("cables/talks.txt", "Richard Haass met the delegation in Minsk.");
        Assert.Equal(0, (await program.RunAsync("", "index")).ExitCode);
        var checkedFolder = await program.RunAsync("", "check", "--briefings", "cables");
        Assert.Matches("(?m)^wrong: Data:Folder is .*data\", which belongs to the briefings in .*seeds\", and not to those in .*cables\"", checkedFolder.Output);
        Assert.Equal(1, checkedFolder.ExitCode);
        foreach (var arguments in (string[][])[["ask", "/who Haass"], ["index"], ["batch", "--data", "data"], []])
        {
            var ended = await program.RunAsync("", [.. arguments, "--briefings", "cables"]);
            Assert.Equal((1, ""), (ended.ExitCode, ended.Output));
            Assert.StartsWith("Data:Folder is \"data\", which belongs to the briefings in \"", Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        }
    }

    [Fact]
    public async Task A_data_folder_within_the_briefings_is_wrong()
    {
        using var program = new TheProgram();
        Directory.CreateDirectory(Path.Combine(program.Folder, "seeds"));
        var ended = await program.RunAsync("", "check", "--data", "seeds/data");
        Assert.Contains("wrong: Data:Folder is", ended.Output);
        Assert.Equal(1, ended.ExitCode);
    }

    /// <summary>Every file with its bytes, but for the lock that a running bot holds and SQLite's shared memory, which is no file but by name.</summary>
    private static string Contents(TheProgram program, string? butFor = null) => string.Join('\n', Directory.GetFiles(program.Folder, "*", SearchOption.AllDirectories)
        .Where(path => !path.EndsWith("-shm", StringComparison.Ordinal) && Path.GetFileName(path) is not ("lock" or "write.lock") && Path.GetFileName(path) != butFor).Order(StringComparer.Ordinal)
        .Select(path => $"{path} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}"));

    [Fact]
    public void The_example_and_the_readme_explain_each_setting()
    {
        var example = File.ReadAllText(Path.Combine(Repository.Folder, "appsettings.example.json"));
        var readme = File.ReadAllText(Path.Combine(Repository.Folder, "README.md"));
        foreach (var setting in SettingsCatalog.Settings)
        {
            Assert.Contains($"`{setting.Key}`", readme);
            foreach (var part in setting.Key.Split(':')) Assert.Matches($"\"{Regex.Escape(part)}\"", example);
        }
    }
}
