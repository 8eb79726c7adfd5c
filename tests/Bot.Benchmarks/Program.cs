using System.CommandLine;
using System.Globalization;
using Bot.Benchmarks;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Page;
using Bot.Benchmarks.Sections;
using Bot.Benchmarks.Soak;
using Bot.Benchmarks.Work;

// Arguments -> a Run -> one section after the other -> BENCHMARKS.md. Each piece of work is a process of its own: this program again, with "work".
if (args is [Worker.Verb, .. var work]) return await Worker.WorkAsync(work);

const NumberStyles Digits = NumberStyles.AllowThousands;
(string Name, string Heading, Func<Run, string> Measure)[] sections =
[
    ("start", StartSection.Heading, StartSection.Measure),
    ("reading", ReadingSection.Heading, ReadingSection.Measure),
    ("indexing", IndexingSection.Heading, IndexingSection.Measure),
    ("answers", AnswersSection.Heading, AnswersSection.Measure),
    ("changes", ChangesSection.Heading, ChangesSection.Measure),
    ("digests", DigestsSection.Heading, DigestsSection.Measure),
    ("watches", WatchesSection.Heading, WatchesSection.Measure),
    ("load", LoadSection.Heading, LoadSection.Measure),
    ("discord", DiscordSection.Heading, DiscordSection.Measure),
];

var sizes = new Argument<string[]>("sizes")
{
    Arity = ArgumentArity.ZeroOrMore,
    Description = "Passages of each corpus, from 1 to 2,000,000. By itself 1 1000 100000, which takes some half an hour; 1000000 takes "
        + "some 4 GB of disk, 1 GB of memory and half an hour more",
};
var only = new Option<string[]>("--only") { HelpName = "NAME", Description = $"One section: {string.Join(", ", sections.Select(section => section.Name))}. May be given again" };
var write = new Option<bool>("--write") { Description = "Writes what was measured into BENCHMARKS.md, each section in place of what it said before" };
var seconds = new Option<double?>("--seconds")
{
    HelpName = "N",
    Description = "How long texts are read and each kind of line is asked (by itself 10), and how long memory is watched under load (by itself 600)",
};
var folder = new Option<string>("--folder")
{
    HelpName = "PATH",
    Description = "Where corpora and indexes are kept for the next run",
    DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "briefing-bot-benchmarks"),
};
var program = new Option<string?>("--program") { HelpName = "PATH", Description = "The published native program; by itself where dotnet publish leaves it" };
var disturbed = new Option<bool>("--disturbed") { Description = "Counts also what was measured while others used the machine: to look at, never to write" };

only.AcceptOnlyFromAmong([.. sections.Select(section => section.Name)]);
sizes.Validators.Add(result =>
{
    var wrong = result.Tokens.FirstOrDefault(token => !int.TryParse(token.Value, Digits, CultureInfo.InvariantCulture, out var size) || size is < 1 or > 2_000_000);
    if (wrong is not null) result.AddError($"A size is a whole number of passages from 1 to 2,000,000; \"{wrong.Value}\" is none.");
});
seconds.Validators.Add(result =>
{
    if (result.GetValueOrDefault<double?>() is not (>= 1 and <= 600)) result.AddError("--seconds takes a number from 1 to 600.");
});

var root = new RootCommand("Measures the bot on generated news and beside SQLite FTS5: start, reading, indexing, answers, changes, digests, load, Discord.")
{
    sizes, only, write, seconds, folder, program, disturbed, SoakCommand.Define(),
};
root.Validators.Add(result =>
{
    if (result.GetValue(write) && result.GetValue(disturbed)) result.AddError("--disturbed is to look at; figures that are written are measured without it.");
});
root.SetAction(arguments =>
{
    if (arguments.GetValue(disturbed)) Environment.SetEnvironmentVariable(Disturbance.ToleratedVariable, "yes");
    string[] asked = arguments.GetValue(sizes) is { Length: > 0 } some ? some : ["1", "1000", "100000"];
    var run = new Run(
        [.. asked.Select(size => int.Parse(size, Digits, CultureInfo.InvariantCulture)).Distinct().Order()],
        arguments.GetValue(seconds) ?? 10,
        arguments.GetValue(seconds) ?? 600,
        Path.GetFullPath(arguments.GetValue(folder)!),
        arguments.GetValue(program) ?? Repository.PublishedProgram);
    Directory.CreateDirectory(run.Work);
    foreach (var section in sections.Where(section => arguments.GetValue(only) is not { Length: > 0 } names || names.Contains(section.Name)))
    {
        var body = $"{Repository.WhenAndWhere()}\n\n{section.Measure(run)}";
        ProgressLine.Clear();
        Console.WriteLine($"## {section.Heading}\n\n{body}");
        if (arguments.GetValue(write)) BenchmarksPage.Write(Path.Combine(Repository.Root, "BENCHMARKS.md"), section.Heading, body);
    }
});
return root.Parse(args).Invoke();
