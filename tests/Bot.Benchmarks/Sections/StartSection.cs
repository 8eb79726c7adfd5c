using System.Diagnostics;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Page;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Sections;

/// <summary>The program over the seed: from the start of the process to its first answer and to its page, and what it holds in memory.</summary>
internal static class StartSection
{
    public const string Heading = "Start";

    private const string Question = "/who Lavrov";
    private const int Starts = 20, FreshStarts = 5;

    /// <summary>Milliseconds, and bytes, of the native program.</summary>
    private const double MostStart = 100, MostStartOfPage = 200, MostResident = 70e6;

    /// <summary>What is asked four times over before memory is looked at: twenty questions.</summary>
    private static readonly string[] Questions = [Question, "/when talks", "/where talks", "/says Lukashenko", "Was the Biden administration aware of the talks?"];

    public static string Measure(Run run)
    {
        var table = new Table("program, start", "p50 ms to the first answer", "most ms", "p50 ms to the end", "resident MB after an answer", "peak MB", "target");
        var page = new Table("program, start", "p50 ms to the page", "most ms", "resident MB after 20 questions", "peak MB", "target");
        ProgressLine.Tell("starting the program");
        string[] built = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Bot.App.dll")];
        AddRows(table, run, "JIT", built, isNative: false);
        AddPageRows(page, run, "JIT", built, isNative: false);
        if (run.Published is { } published)
        {
            AddRows(table, run, "native", [published], isNative: true);
            AddPageRows(page, run, "native", [published], isNative: true);
        }
        var missing = run.Published is null ? "\nNo native program was there to be measured: publish it, and name it with `--program`.\n" : "";
        return $"""
            `ask "{Question}"` over the seed, from the start of the process to the first line on its standard output; the memory is that of the program with its input open,
            after one answer.

            {table}
            The program with its page: from the start of the process until `/` was answered as a whole, by somebody who tries to connect every millisecond; the memory is
            that after {4 * Questions.Length} questions of five kinds through `/api/ask`.

            {page}{missing}
            """;
    }

    private static string Seeds => Path.Combine(Repository.Root, "seeds");

    private static void AddRows(Table table, Run run, string name, string[] program, bool isNative)
    {
        var data = DataOf(run, name);
        string[] folders = ["--briefings", Seeds, "--data", data];
        var fresh = Repeat(FreshStarts, () =>
        {
            Delete(data);
            return Time([.. program, "ask", Question, .. folders]);
        });
        var indexed = Repeat(Starts, () => Time([.. program, "ask", Question, .. folders]));
        var memory = MemoryAfterAnAnswer([.. program, .. folders]);
        AddRow($"{name}, with an index", indexed, memory, isNative);
        AddRow($"{name}, with nothing yet", fresh, null, hasTarget: false);

        void AddRow(string what, (Distribution First, Distribution End) took, ProcessMemory? holds, bool hasTarget) => table.Add(
            what, Format.Number(took.First.P50), Format.Number(took.First.Most), Format.Number(took.End.P50),
            holds is { } its ? Format.Megabytes(its.Resident) : "", holds is { } most ? Format.Megabytes(most.Peak) : "",
            hasTarget ? $"{Format.Target(took.First.P50, MostStart, "ms")}; {Format.Target(holds!.Value.Resident / 1e6, MostResident / 1e6, "MB")}" : "");
    }

    private static void AddPageRows(Table table, Run run, string name, string[] program, bool isNative)
    {
        var data = DataOf(run, name);
        var fresh = Repeat(FreshStarts, () =>
        {
            Delete(data);
            return TimePage(program, data);
        });
        var indexed = Repeat(Starts, () => TimePage(program, data));
        var memory = MemoryWithThePageAsync(program, data).GetAwaiter().GetResult();
        table.Add(
            $"{name}, with an index", Format.Number(indexed.First.P50), Format.Number(indexed.First.Most), Format.Megabytes(memory.Resident), Format.Megabytes(memory.Peak),
            isNative ? $"{Format.Target(indexed.First.P50, MostStartOfPage, "ms")}; {Format.Target(memory.Resident / 1e6, MostResident / 1e6, "MB")}" : "");
        table.Add(
            $"{name}, with nothing yet", Format.Number(fresh.First.P50), Format.Number(fresh.First.Most), "", "",
            isNative ? Format.Target(fresh.First.P50, MostStartOfPage, "ms") : "");
    }

    private static string DataOf(Run run, string name) => Path.Combine(run.Work, "start-" + name);

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>A start that others disturbed is made again, three times as often at most.</summary>
    private static (Distribution First, Distribution End) Repeat(int times, Func<(double First, double End)> start)
    {
        var took = new List<(double First, double End)>();
        start();
        for (var attempt = 0; attempt < 3 * times && took.Count < times; attempt++)
        {
            var disturbance = new Disturbance();
            var one = start();
            if (disturbance.IsBearable) took.Add(one);
        }
        return (Distribution.Of(took.Select(one => one.First)), Distribution.Of(took.Select(one => one.End)));
    }

    private static (double First, double End) Time(string[] command)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        var first = process.StandardOutput.ReadLine() is not null ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : double.NaN;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? (first, Stopwatch.GetElapsedTime(start).TotalMilliseconds)
            : throw new InvalidOperationException($"The program ended with exit code {process.ExitCode}; what it said stands above.");
    }

    private static (double First, double End) TimePage(string[] program, string data)
    {
        var start = Stopwatch.GetTimestamp();
        double first;
        using (var served = new ServedProgram(program, Seeds, data)) first = served.FirstPageAsync().GetAwaiter().GetResult();
        return (first, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static async Task<ProcessMemory> MemoryWithThePageAsync(string[] program, string data)
    {
        using var served = new ServedProgram(program, Seeds, data);
        using var connection = await served.ReadyAsync();
        await connection.GetAsync(HttpConnection.Request(served.Server, "/"));
        for (var round = 0; round < 4; round++)
        {
            foreach (var question in Questions) await served.AskAsync(connection, question);
        }
        return ProcessMemory.Of(served.Process);
    }

    private static ProcessMemory MemoryAfterAnAnswer(string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardInput = true, RedirectStandardError = true })!;
        process.StandardInput.WriteLine(Question);
        process.StandardInput.Flush();
        process.StandardOutput.ReadLine();
        var memory = ProcessMemory.Of(process);
        process.StandardInput.Close();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return memory;
    }
}
