using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Answers;
using Bot.Chat;
using Bot.Tests.Indexing;

namespace Bot.Tests.Answers;

/// <summary>Everything shown is verbatim: each span of each answer is held against the source files, which are read here by other means.</summary>
public sealed partial class VerbatimTests : IDisposable
{
    private const int Questions = 10_000;

    private readonly string folder = Directory.CreateTempSubdirectory("verbatim-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Whatever_is_asked_every_word_that_is_shown_stands_in_the_source_just_there()
    {
        var sources = Corpus();
        await using var bot = await TestBot.OverAsync(folder);
        var questions = new RandomQuestions(sources.Values, [.. bot.Bot.Complete("/says ", Scope.Main, 500).Select(speaker => speaker.Label)]);
        var seen = new ConcurrentDictionary<string, int>();
        string[] citations = [.. Enumerable.Range(0, 200).Select(i => bot.Ask(questions.Line(i, [])))
            .SelectMany(answer => answer.Passages.Take(1)).Select(passage => passage.Citation)];
        var start = Stopwatch.GetTimestamp();
        // On threads of their own: for half a minute they would leave the pool's few threads to no other test.
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var i = Interlocked.Increment(ref next); i < Questions; i = Interlocked.Increment(ref next))
                {
                    TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                    var line = questions.Line(i, citations);
                    var answer = bot.Ask(line, 1 + (i % 10));
                    Check(line, answer, sources);
                    seen.AddOrUpdate($"{answer.Command} {answer.Status}", 1, (_, count) => count + 1);
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Questions} questions over {sources.Count} briefings in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s: {string.Join(", ", seen.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"))}");
        // A test that asks nothing that is found would say nothing.
        Assert.True(seen.GetValueOrDefault("digest now Found") > 20, "hardly any digest was found");
        foreach (var command in CommandCatalog.Commands.Where(command => command.Subcommands.Count == 0 && command.Name != CommandCatalog.Since)) Assert.True(seen.GetValueOrDefault($"{command.Name} Found") > 20, $"hardly any /{command.Name} was found");
    }

    [Theory]
    [InlineData("/who Lavrov")]
    [InlineData("/ask Who held talks with Lavrov in New York?")]
    [InlineData("/says Lukashenko")]
    [InlineData("/when talks")]
    [InlineData("/where talks")]
    public async Task Stored_words_that_were_changed_behind_the_bots_back_are_withheld(string line)
    {
        await using var bot = await TestBot.OverAsync(Seed.Folder);
        var before = bot.Ask(line);
        Assert.NotEmpty(before.Passages);
        var citation = before.Passages[0].Citation;
        // Else it would read the file again, and answer rightly.
        await bot.StopFollowingAsync();

        // Each passage has an "a", so each becomes another one, and every span still lies within it.
        Damage.AlterTexts(bot.Data);

        foreach (var again in (string[])[line, $"/source {citation}"])
        {
            var answer = bot.Ask(again);
            Assert.NotEqual(AnswerStatus.Failed, answer.Status);
            Assert.Empty(answer.Passages);
            Assert.Empty(answer.Person?.Roles ?? []);
            Assert.NotNull(answer.Reason);
        }
        Assert.Contains(bot.Log.Lines, logged => logged.StartsWith("Warning: Withheld words of", StringComparison.Ordinal));
    }

    /// <summary>Copies of the question sets' texts, where that folder lies beside the project, else the seed; and each text by its briefing's id.</summary>
    private Dictionary<string, Source> Corpus()
    {
        var sets = Path.Combine(Seed.Repository, "..", "shared", "eval", "sets");
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var set in (string[])["wikinews-qa", "xquad-en", "xquad-ru", "meantime"])
        {
            var from = Path.Combine(sets, set, "corpus.jsonl");
            if (!File.Exists(from)) continue;
            var lines = new List<string>();
            foreach (var line in File.ReadLines(from))
            {
                using var record = JsonDocument.Parse(line);
                string? Field(string name) => record.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
                // Ids are given again here, since two sets may have the same ones.
                var id = $"{set}/{Field("id")}";
                sources.Add(id, new Source(Field("title"), Field("date"), Field("text")!));
                lines.Add(JsonSerializer.Serialize(new Dictionary<string, string?> { ["id"] = id, ["title"] = Field("title"), ["date"] = Field("date"), ["text"] = Field("text") }));
            }
            File.WriteAllLines(Path.Combine(folder, set + ".jsonl"), lines);
        }
        if (sources.Count == 0)
        {
            File.WriteAllText(Path.Combine(folder, "seed.txt"), Seed.Text);
            sources.Add("seed.txt", new Source(null, null, Seed.Text));
        }
        return sources;
    }

    private static void Check(string line, Answer answer, Dictionary<string, Source> sources)
    {
        void Is(bool condition, string what) => Assert.True(condition, $"{what} of {line}");
        string Slice(string briefing, int start, int end)
        {
            Is(start >= 0 && start <= end && end <= sources[briefing].Text.Length, $"the span {start}-{end}");
            return sources[briefing].Text[start..end];
        }

        Is(answer.Status != AnswerStatus.Failed || !answer.Reason!.StartsWith("I could not finish", StringComparison.Ordinal), $"\"{answer.Reason}\" is the answer");
        Is(answer.Status == AnswerStatus.Found || answer.Reason is { Length: > 0 }, "no reason");
        foreach (var passage in answer.Passages)
        {
            Is(passage.Text.Length > 0 && passage.Text == Slice(passage.Briefing, passage.Start, passage.End), "a passage");
            Is(passage.Citation == $"{HashOf(sources[passage.Briefing].Text)[..8]}:{passage.Start}-{passage.End}", "the citation");
            Is(sources[passage.Briefing].Title is not { } title || Spaces().Replace(title.Trim(), " ") == passage.Title, "the title");
            Is(sources[passage.Briefing].Date is not { } date || date == passage.Date?.ToString("O", CultureInfo.InvariantCulture), "the date");
            Is(passage.Highlights.All(span => span.Start >= passage.Start && span.Start < span.End && span.End <= passage.End), "a highlight");
            Is(passage.Highlights.Zip(passage.Highlights.Skip(1)).All(pair => pair.First.End <= pair.Second.Start), "highlights in order that do not overlap");
            foreach (var badge in passage.Badges)
            {
                Is(badge.Text == Slice(passage.Briefing, badge.Start, badge.End) && badge.Text.Length > 0, "a badge");
                Is(badge.Start >= passage.Start && badge.End <= passage.End, "the place of a badge");
            }
        }

        IEnumerable<(string Text, int Passage, int Start, int End)> within =
        [
            .. answer.Times.Select(time => (time.Text, time.Passage, time.Start, time.End)),
            .. answer.Places.Select(place => (place.Name, place.Passage, place.Start, place.End)),
            .. answer.Quotations.Select(quotation => (quotation.Text, quotation.Passage, quotation.Start, quotation.End)),
        ];
        foreach (var (text, index, start, end) in within)
        {
            Is(index >= 0 && index < answer.Passages.Count, "the passage number");
            var passage = answer.Passages[index];
            Is(start >= passage.Start && end <= passage.End && text.Length > 0, "the place of a time, place or quotation");
            Is(text == Slice(passage.Briefing, start, end), "a time, place or quotation");
        }

        foreach (var role in answer.Person?.Roles ?? [])
        {
            Is(role.Text.Length > 0 && role.Text == Slice(role.Briefing, role.Start, role.End), "a role");
        }
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text)));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record Source(string? Title, string? Date, string Text);

    /// <summary>Every command of the catalogue, over the corpus's own words and names, and some garbage: the same line for the same number.</summary>
    private sealed partial class RandomQuestions(IEnumerable<Source> sources, string[] speakers)
    {
        private static readonly string[] Garbage =
        [
            "\u202e", "\u0000", "🙂", "\ud800", "from:", "to:2023-13", "\"", "“", "(", "AND", "*", "?", "~", "title:x", "\\", "/", "a", "—", "'s", "\t", "\u200b", "0", "-1", "page:0",
        ];

        private readonly string[] words = [.. sources.SelectMany(source => Word().Matches(source.Text).Select(match => match.Value)).Distinct().Order(StringComparer.Ordinal)];

        private readonly string[] names = [.. sources.SelectMany(source => Name().Matches(source.Text).Select(match => match.Value)).Distinct().Order(StringComparer.Ordinal)];

        private readonly string[] texts = [.. sources.Select(source => source.Text)];

        public string Line(int number, string[] citations)
        {
            var random = new Random(number);
            string Any(string[] from) => from[random.Next(from.Length)];
            string Some(string[] from, int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Any(from)));
            string Topic() => random.Next(4) == 0 ? Phrase() : Some(words, 4);
            string Phrase()
            {
                var text = Any(texts);
                var start = random.Next(text.Length);
                return text.Substring(start, Math.Min(random.Next(5, 120), text.Length - start)).ReplaceLineEndings(" ");
            }

            string Options() => random.Next(6) switch
            {
                0 => $" from:{random.Next(1990, 2024)}",
                1 => $" to:{random.Next(1990, 2024)}-0{random.Next(1, 10)}",
                2 => $" from:{random.Next(1990, 2010)} to:{random.Next(2005, 2024)}",
                _ => "",
            };

            var command = CommandCatalog.Commands[random.Next(CommandCatalog.Commands.Count)];
            var line = "/" + command.Name + " " + command.Name switch
            {
                CommandCatalog.Who => (random.Next(3) == 0 ? Topic() : Any(names)) + Options(),
                CommandCatalog.Says => Any(random.Next(2) == 0 ? speakers : names) + (random.Next(3) == 0 ? $" about:{Any(words)}" : "") + Options(),
                CommandCatalog.When or CommandCatalog.Where => Topic() + Options(),
                CommandCatalog.Ask => random.Next(3) switch { 0 => Phrase(), 1 => $"Who is {Any(names)}?", _ => $"When did {Any(names)} {Some(words, 3)}?" },
                CommandCatalog.Source => citations.Length > 0 && random.Next(5) > 0 ? Any(citations) : $"{random.Next():x8}:{random.Next(900)}-{random.Next(2_000)}",
                // A digest of all that there is takes as long as a hundred questions.
                CommandCatalog.Digest => random.Next(6) == 0 ? "now " + Topic() : "list",
                CommandCatalog.Briefings => random.Next(3) switch { 0 => "", 1 => "status", _ => $"list page:{random.Next(1, 60)}" },
                _ => random.Next(2) == 0 ? "" : CommandCatalog.Commands[random.Next(CommandCatalog.Commands.Count)].Name,
            };
            if (random.Next(12) == 0) line = line.Insert(random.Next(line.Length), Any(Garbage));
            return random.Next(40) == 0 ? Some(Garbage, 6) : line;
        }

        [GeneratedRegex(@"\p{L}[\p{L}\p{N}’'-]+")]
        private static partial Regex Word();

        [GeneratedRegex(@"\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}+){0,2}")]
        private static partial Regex Name();
    }
}
