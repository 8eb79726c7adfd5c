using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Bot.Text;

namespace Bot.Tests.Indexing;

/// <summary>A folder of briefings of known content: each has a word of its own ("k00012v1k") that stands nowhere else.</summary>
internal sealed class KnownBriefings : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("known-briefings-").FullName;

    public KnownBriefings() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(root, "briefings");

    public string Data => Path.Combine(root, "data");

    /// <summary>The text of each briefing that must be there, by its id.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>The word of each, by its id.</summary>
    public Dictionary<string, string> Words { get; } = new(StringComparer.Ordinal);

    public static string WordOf(int number, int version) => $"k{number:D5}v{version}k";

    /// <summary>Two paragraphs, which are two passages, with a person, a quotation, a time and a place.</summary>
    public static string TextOf(int number, int version)
    {
        var filling = string.Concat(Enumerable.Range(0, 3).Select(i =>
            $"On {1 + ((number + i) % 28)} May 2023 the delegation number {number % 97} travelled from Geneva to Minsk and back for another round. "));
        return $"Sergey Lavrov met the delegation in Geneva. {filling}\n\n"
            + $"\"The report {WordOf(number, version)} is final,\" said Richard Haass, the former president of the council. {filling}\n";
    }

    public void Write(int number, int version = 1)
    {
        var id = $"desk{number % 7}/b{number:D5}.txt";
        (Texts[id], Words[id]) = (TextOf(number, version), WordOf(number, version));
        var path = Path.Combine(Folder, id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Texts[id]);
    }

    /// <summary>A .jsonl file of a record for each number; the record's id is "r" and the number.</summary>
    public void WriteLines(string name, IEnumerable<(int Number, int Version)> records)
    {
        var lines = new List<string>();
        foreach (var (number, version) in records)
        {
            var id = $"r{number:D5}";
            (Texts[id], Words[id]) = (TextOf(number, version), WordOf(number, version));
            lines.Add($"{{\"id\": \"{id}\", \"text\": {System.Text.Json.JsonSerializer.Serialize(Texts[id])}}}");
        }
        File.WriteAllLines(Path.Combine(Folder, name), lines);
    }

    public void Delete(int number)
    {
        var id = $"desk{number % 7}/b{number:D5}.txt";
        File.Delete(Path.Combine(Folder, id));
        Forget(id);
    }

    /// <summary>The briefing is expected no longer.</summary>
    public void Forget(string id)
    {
        Texts.Remove(id);
        Words.Remove(id);
    }

    public Task<TestBot> StartAsync(BesideWriter beside = BesideWriter.Refuse, Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? with = null) =>
        TestBot.OverAsync(Folder, Data, beside, with);

    /// <summary>True when the bot quotes the word itself, not one that is spelled like it.</summary>
    public static bool IsQuoted(TestBot bot, string word) => bot.Ask(word).Passages.Any(passage => passage.Text.Contains(word, StringComparison.Ordinal));

    /// <summary>Every briefing is there once, in the log, the texts and the index, and nothing else is.</summary>
    public void AssertAllThereOnce(TestBot bot)
    {
        var (log, texts) = (bot.Service<BriefingLog>(), bot.Service<TextStore>());
        Assert.Equal(Texts.Keys.Order(StringComparer.Ordinal), log.List(Scope.Main, 0, 100_000).Select(b => b.Id.Value).Order(StringComparer.Ordinal));
        using var snapshot = bot.Service<DataFolder>().Index.Snapshot();
        Assert.Equal(new CorpusSize(Texts.Count, 2 * Texts.Count), snapshot.Size(Scope.Main));
        Assert.Equal(Texts.Count, snapshot.BriefingsNotIn(null, Scope.Main).Count);
        foreach (var (id, word) in Words)
        {
            var term = new QueryTerm(word, [word]);
            var hit = Assert.Single(snapshot.Search(new PassageQuery(Scope.Main) { Words = [term] }, 10)).Passage;
            Assert.Equal(id, hit.Briefing.Value);
            Assert.Equal(1, snapshot.SentencesWithAll([term], Scope.Main, most: 10));
            Assert.Equal(Texts[id], texts.Read(hit.Text));
            Assert.Equal(TextHash.Of(Texts[id]), log.Find(hit.Briefing)!.Text);
        }
    }

    /// <summary>Asked for its own word, the bot answers with that briefing's words.</summary>
    public void AssertAnswered(TestBot bot, string id)
    {
        var answer = bot.Ask(Words[id]);
        Assert.Equal(AnswerStatus.Found, answer.Status);
        var passage = Assert.Single(answer.Passages);
        Assert.Equal((id, Texts[id][passage.Start..passage.End]), (passage.Briefing, passage.Text));
        Assert.Contains(Words[id], passage.Text, StringComparison.Ordinal);
        Assert.Equal((Texts.Count, 2 * Texts.Count), (answer.Searched.Briefings, answer.Searched.Passages));
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
