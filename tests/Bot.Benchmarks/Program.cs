using System.CommandLine;
using System.Globalization;
using Bot.Benchmarks;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Page;
using Bot.Benchmarks.Sections;
using Bot.Benchmarks.Work;

// Arguments -> a Run -> one section after the other -> BENCHMARKS.md. Each piece of work is a process of its own: this program again, with "work".
if (args is [Worker.Verb, .. var work]) return await Worker.WorkAsync(work);

(string Name, string Heading, Func<Run, string> Measure)[] sections =
[
    ("start", StartSection.Heading, StartSection.Measure),
    ("indexing", IndexingSection.Heading, IndexingSection.Measure),
    ("answers", AnswersSection.Heading, AnswersSection.Measure),
    ("changes", ChangesSection.Heading, ChangesSection.Measure),
];

var sizes = new Argument<string[]>("sizes") { Arity = ArgumentArity.ZeroOrMore, Description = "Passages of each corpus: whole numbers from 1 to 2,000,000. By itself 1, 1000 and 100000; a million takes some 2 GB of disk, 1 GB of memory and a quarter of an hour more" };
var only = new Option<string[]>("--only") { HelpName = "NAME", Description = $"Only this section: {string.Join(", ", sections.Select(section => section.Name))}. May be given again", AllowMultipleArgumentsPerToken = true };
var write = new Option<bool>("--write") { Description = "Writes the sections into BENCHMARKS.md; by itself they are only shown" };
var seconds = new Option<double>("--seconds") { HelpName = "N", Description = "How long each kind of line is asked; the whole is bounded by it", DefaultValueFactory = _ => 10 };
var folder = new Option<string>("--folder") { HelpName = "PATH", Description = "Where corpora and indexes are kept for the next run", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "briefing-bot-benchmarks") };
var program = new Option<string?>("--program") { HelpName = "PATH", Description = "The published native program, whose start is measured too" };
var disturbed = new Option<bool>("--disturbed") { Description = "Counts also what was measured while others used the machine: to look at, never to write" };
only.AcceptOnlyFromAmong([.. sections.Select(section => section.Name)]);
sizes.Validators.Add(result =>
{
    if (result.Tokens.FirstOrDefault(token => !int.TryParse(token.Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var size) || size is < 1 or > 2_000_000) is { } wrong)
        result.AddError($"A size is a whole number of passages from 1 to 2,000,000; \"{wrong.Value}\" is none.");
});

var root = new RootCommand("Measures the bot on generated news and beside SQLite FTS5: start, indexing, answers, changes.") { sizes, only, write, disturbed, seconds, folder, program };
root.Validators.Add(result =>
{
    if (result.GetValue(write) && result.GetValue(disturbed)) result.AddError("--disturbed is to look at; figures that are written are measured without it.");
});
root.SetAction(arguments =>
{
    if (arguments.GetValue(disturbed)) Environment.SetEnvironmentVariable(Disturbance.ToleratedVariable, "yes");
    var asked = arguments.GetValue(sizes) is { Length: > 0 } some ? some : ["1", "1000", "100000"];
    var run = new Run(
        [.. asked.Select(size => int.Parse(size, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).Order()], arguments.GetValue(seconds),
        Path.GetFullPath(arguments.GetValue(folder)!), arguments.GetValue(program) ?? Repository.PublishedProgram, Repository.Root, ProgressLine.Tell);
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
