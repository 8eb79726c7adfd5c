using System.Text.Json;
using Bot.Answers;

namespace Bot.App.Quality;

/// <summary>
/// How well reported speech was found in one text, where its source is a named person or body: pronouns count by the name they stand for.
/// What is longer than a paragraph, or said by who writes, is left out.
/// </summary>
internal static class SpeechScore
{
    private const int LongestContent = 800, LongestCue = 120, LongestShown = 600, MostWordsOfSpeaker = 6;

    public static IReadOnlyList<Share> Of(JsonElement record, string text, AnnotatedText found)
    {
        var (shares, touched) = (new List<Share>(), new HashSet<int>());
        foreach (var attribution in record.List("attributions"))
        {
            var content = GoldSpan.In(attribution, "content", text);
            if (content.Count == 0) continue;
            var (start, end) = (content.Min(span => span.Start), content.Max(span => span.End));
            var over = new List<AnnotatedQuotation>();
            for (var i = 0; i < found.Quotations.Count; i++)
            {
                var said = found.Quotations[i];
                var shared = Math.Min(end, said.End) - Math.Max(start, said.Start);
                if (shared > 0) touched.Add(i);
                if (shared >= 0.5 * (end - start) && said.End - said.Start <= Math.Max(LongestShown, 2.5 * (end - start))) over.Add(said);
            }
            var sources = attribution.List("source").ToList();
            var names = sources.SelectMany(source => source.Texts("names").Prepend(source.Text("text") ?? ""))
                .Where(Comparable.IsName).ToList();
            var isWriter = sources.TrueForAll(source =>
                Comparable.Of(source.Text("text") ?? "") is "i" or "we" or "you" or "my" or "our" or "me" or "us");
            if (names.Count == 0 || isWriter) continue;
            if (end - start > LongestContent || (attribution.Text("cue") ?? "").Length > LongestCue) continue;
            if (IsQuoted(attribution)) shares.Add(Share.Yes("found when quoted", over.Count > 0));
            var last = names.Select(name => Comparable.Words(name).LastOrDefault()).OfType<string>().ToHashSet();
            shares.Add(Share.Yes("speech found", over.Count > 0));
            shares.Add(Share.Yes("speaker right", over.Exists(said => IsOneOf(said.Speaker, last))));
        }
        shares.Add(new Share("said that is speech", touched.Count, found.Quotations.Count, found.Quotations.Count));
        return shares;
    }

    private static bool IsQuoted(JsonElement attribution) => attribution.TryGetProperty("quoted", out var quoted) && quoted.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.Number => quoted.GetDouble() != 0,
        JsonValueKind.String => quoted.GetString() is not "",
        JsonValueKind.Array => quoted.GetArrayLength() > 0,
        _ => false,
    };

    private static bool IsOneOf(string? speaker, HashSet<string> lastNames) =>
        Comparable.Words(speaker ?? "") is { Length: > 0 and <= MostWordsOfSpeaker } words && lastNames.Contains(words[^1]);
}
