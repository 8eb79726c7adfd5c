using System.Text.Json;

namespace Bot.Tests;

/// <summary>A question of a set, and the briefings that answer it.</summary>
internal sealed record SetQuestion(string Command, IReadOnlySet<string> Gold);

/// <summary>Sets of questions that lie beside the project (<c>../shared/eval/sets</c>), where they are there.</summary>
internal static class QuestionSet
{
    public static string Corpus(string set) => Path.Combine(Folder, set, "corpus.jsonl");

    /// <summary>Leaves the test out where the sets are not there; in a run that fails skipped tests they must be.</summary>
    public static void Require(string set) =>
        Assert.SkipUnless(File.Exists(Corpus(set)), $"The question set {set} is not there: lay the evaluation sets into ../shared/eval/sets beside the project.");

    public static IReadOnlyList<SetQuestion> Questions(string set, string file) => [.. File.ReadLines(Path.Combine(Folder, set, file)).Select(Read)];

    private static string Folder => Path.Combine(Seed.Repository, "..", "shared", "eval", "sets");

    private static SetQuestion Read(string line)
    {
        using var record = JsonDocument.Parse(line);
        var command = record.RootElement.TryGetProperty("command", out var whole) ? whole.GetString()! : "/ask " + record.RootElement.GetProperty("text").GetString();
        return new SetQuestion(command, record.RootElement.GetProperty("gold").EnumerateArray().Select(id => id.GetString()!).ToHashSet());
    }
}
