using System.Text.Json;
using Bot.Answers;

namespace Bot.App.Quality;

/// <summary>What is to be found in a text: offsets in UTF-16 code units, half-open.</summary>
internal readonly record struct GoldSpan(int Start, int End, JsonElement Record)
{
    /// <summary>The spans of a list; the sets count in characters of Unicode (code points).</summary>
    public static IReadOnlyList<GoldSpan> In(JsonElement record, string list, string text)
    {
        var offsets = OffsetsIn(text);
        int At(int? character) => offsets[Math.Clamp(character ?? 0, 0, offsets.Count - 1)];
        return [.. record.List(list).Select(span => new GoldSpan(At(span.Number("begin")), At(span.Number("end")), span))];
    }

    /// <summary>Where each character of Unicode begins, and the end.</summary>
    public static List<int> OffsetsIn(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1) offsets.Add(i);
        offsets.Add(text.Length);
        return offsets;
    }
}

/// <summary>How well times and names were found in one text.</summary>
internal static class AnnotationScore
{
    private static readonly string[] Kinds = ["person", "organisation", "place"];

    /// <summary>TIMEX3 (TempEval-3: UzZaman et al. 2013): the very span, a span that overlaps, and of those the right value.</summary>
    public static IReadOnlyList<Share> Times(JsonElement record, string text, AnnotatedText found)
    {
        var limit = LimitOf(record, text);
        var gold = GoldSpan.In(record, "spans", text)
            .Where(span => IsTime(span.Record) && span.Start < limit && span.End > span.Start)
            .Select(span => (span.Start, span.End, Values: ValuesOf(span.Record))).ToList();
        var said = found.Times.Where(time => time.Start < limit).ToList();
        var (strict, relaxed, value, used) = (0, 0, 0, new HashSet<int>());
        foreach (var time in said)
        {
            var over = Enumerable.Range(0, gold.Count)
                .Where(i => !used.Contains(i) && gold[i].Start < time.End && time.Start < gold[i].End).ToList();
            if (over.Count == 0) continue;
            var best = over.MaxBy(i => Math.Min(time.End, gold[i].End) - Math.Max(time.Start, gold[i].Start));
            used.Add(best);
            relaxed++;
            if ((time.Start, time.End) == (gold[best].Start, gold[best].End)) strict++;
            if (gold[best].Values.Contains(time.Value)) value++;
        }
        return
        [
            Share.F1("times strict F1", strict, said.Count, gold.Count),
            Share.F1("times relaxed F1", relaxed, said.Count, gold.Count),
            Share.F1("times value F1", value, said.Count, gold.Count),
        ];
    }

    public static bool IsTime(JsonElement span) => span.Text("type") is "TIMEX3" or "DATE" || span.TryGetProperty("values", out _);

    /// <summary>Names of persons, organisations and places: the very span and kind.</summary>
    public static IReadOnlyList<Share> Mentions(JsonElement record, string text, AnnotatedText found)
    {
        var limit = LimitOf(record, text);
        var gold = GoldSpan.In(record, "spans", text)
            .Where(span => KindOf(span.Record) is not null && span.Start < limit
                && Comparable.IsName(span.Record.Text("text") ?? "") && IsNamed(span.Record))
            .Select(span => (span.Start, span.End, Kind: KindOf(span.Record)!)).ToHashSet();
        var said = found.Mentions.Where(mention => mention.Start < limit)
            .Select(mention => (mention.Start, mention.End, Kind: mention.Type)).ToHashSet();
        return [.. Kinds.Select(kind => Share.F1(
            $"{kind} F1", gold.Count(span => span.Kind == kind && said.Contains(span)),
            said.Count(span => span.Kind == kind), gold.Count(span => span.Kind == kind)))];
    }

    /// <summary>Whether a span names what it means, and is no pronoun or description, where the set tells these apart; one of which it leaves that open does not count.</summary>
    public static bool IsNamed(JsonElement span) => !span.TryGetProperty("mention", out _) || span.Text("mention") is "NAM" or "PRE.NAM";

    /// <summary>"person", "organisation", "place", or null for what is none of them.</summary>
    public static string? KindOf(JsonElement span) => span.Text("type") switch
    {
        "PER" or "person" or "politician" or "Person" => "person",
        "ORG" or "organisation" or "organization" or "politicalparty" or "Organisation" or "corporation" or "group" => "organisation",
        "LOC" or "location" or "country" or "place" or "Location" => "place",
        _ => null,
    };

    /// <summary>Where the gold of a text ends that only its first sentences have; beyond its end for one that has it all.</summary>
    public static int LimitOf(JsonElement record, string text)
    {
        if (record.Number("annotated_to") is not { } limit) return text.Length + 1;
        var offsets = GoldSpan.OffsetsIn(text);
        return limit < offsets.Count ? offsets[limit] : text.Length + 1;
    }

    /// <summary>
    /// Whether the sentence's person gets the role, to the letter but for an article; and how many facts there are for a role said.
    /// </summary>
    public static IReadOnlyList<Share> Roles(JsonElement fact, AnnotatedText found)
    {
        var last = Comparable.Words(fact.Text("name") ?? "").LastOrDefault();
        var gold = WithoutArticle(fact.Text("role") ?? "");
        var isExact = found.Roles.Any(role => Comparable.Words(role.Name).LastOrDefault() == last && WithoutArticle(role.Role) == gold);
        return [Share.Yes("role exact", isExact), new Share("facts for a role said", 1, found.Roles.Count, 1)];
    }

    private static string WithoutArticle(string role) =>
        string.Join(' ', Comparable.Words(role) is ["the" or "a" or "an", .. var rest] ? rest : Comparable.Words(role));

    private static HashSet<string?> ValuesOf(JsonElement span) =>
        span.TryGetProperty("values", out _) ? [.. span.List("values").Select(value => value.Text("timex"))] : [span.Text("value")];
}
