using Bot.App.Quality;
using Bot.Mentions;
using Bot.Text;

namespace Bot.Training.Names;

/// <summary>A text whose names people have marked.</summary>
/// <param name="Set">The folder that it is from.</param>
/// <param name="Fold">Neighbouring texts of a set are in one fold: they may be of one article.</param>
/// <param name="Scored">Names of persons, organisations and places as the set has them, with what is nested, titles and all.</param>
/// <param name="Labels">Of each word, as this project spans names: no title, no possessive, nothing nested.</param>
internal sealed record GoldNames(
    string Set, int Fold, NameText Text, NameLabel[] Rules, IReadOnlySet<(int Start, int End, EntityType Type)> Scored, NameLabel[] Labels)
{
    private const int TextsOfFold = 10;

    /// <summary>Spans of times, events and values: names neither of what is scored nor of other things.</summary>
    private static readonly string[] Nameless = ["TIMEX3", "DATE", "time", "EVENT", "VALUE"];

    /// <summary>The texts of a set whose spans are marked, without the half that is put aside.</summary>
    public static IEnumerable<GoldNames> Read(EvaluationSet set)
    {
        var at = 0;
        foreach (var whole in set.TextsOf(set.Read(set.Spans!)).Where(text => !text.IsPutAside))
        {
            // Where only the beginning is annotated, the rest is not read.
            var text = whole.Text[..Math.Min(whole.Text.Length, AnnotationScore.LimitOf(whole.Record, whole.Text))];
            var isLong = text.Length > 2000;
            yield return Of(set.Name, isLong ? at++ : at++ / TextsOfFold, text, GoldSpan.In(whole.Record, "spans", whole.Text));
        }
    }

    private static GoldNames Of(string set, int fold, string text, IReadOnlyList<GoldSpan> spans)
    {
        var names = new NameText(SentenceSplitter.Split(text, "en"));
        var gold = new List<MarkedSpan>();
        var scored = new HashSet<(int Start, int End, EntityType Type)>();
        foreach (var span in spans)
        {
            if (span.End > text.Length || span.Start >= span.End) continue;
            if (!AnnotationScore.IsNamed(span.Record)) continue;
            var found = MarkedSpan.Of(span);
            if (found.Type is { } type && Comparable.IsName(found.In(text))) scored.Add((found.Start, found.End, type));
            var bare = found.WithoutArticle(text);
            if (!Nameless.Contains(span.Record.Text("type")) && Comparable.IsName(bare.In(text))) gold.Add(bare);
        }
        var labels = NameLabels.Of(names.Words.Length, GoldWords.Flat(names, gold));
        return new GoldNames(set, fold, names, NameLabels.Of(names.Words.Length, NameRules.Find(names)), scored, labels);
    }
}
