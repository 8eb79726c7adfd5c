using System.Text.Json;
using Bot.Answers;
using Bot.App.Quality;

namespace Bot.App.Tests.Quality;

/// <summary>The figures are those of the sets' own scorer: what counts as found, right and said.</summary>
public sealed class ScoreTests
{
    [Fact]
    public void A_figure_is_the_sum_of_parts_by_the_sum_of_wholes_and_told_for_each_half()
    {
        ScoredLine[] lines =
        [
            new(IsPutAside: false, [Share.F1("F1", right: 1, said: 2, gold: 2)]),
            new(IsPutAside: true, [Share.F1("F1", right: 3, said: 3, gold: 3)]),
        ];
        var figure = Assert.Single(Figure.FromLines("set", lines));
        Assert.Equal((5, 0.8, 0.5, 1.0), (figure.Of, figure.Value, figure.TunedOn, figure.PutAside));
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(9, false, false)]
    [InlineData(10, false, true)]
    [InlineData(20, false, false)]
    [InlineData(1, true, true)]
    [InlineData(2, true, false)]
    public void Whole_stretches_of_lines_are_put_aside(int line, bool isDocument, bool isPutAside) =>
        Assert.Equal(isPutAside, Halves.IsPutAside(line, isDocument));

    [Theory]
    [InlineData("Council on Foreign Relations", true)]
    [InlineData("the Council", false)]
    [InlineData("They", false)]
    [InlineData("former diplomat", false)]
    public void Only_names_are_counted(string text, bool isName) => Assert.Equal(isName, Comparable.IsName(text));

    [Fact]
    public void A_time_counts_once_strict_by_its_span_and_by_its_value()
    {
        const string Text = "\U0001F600 On 3 April 2023, in May.";
        var gold = Record("""{"spans": [{"begin": 5, "end": 17, "type": "DATE", "value": "2023-04-03"}, {"begin": 22, "end": 25, "type": "DATE", "value": "2023-05"}]}""");
        var found = Annotated(times: [new AnnotatedTime(6, 18, "DATE", "2023-04-03"), new AnnotatedTime(20, 26, "DATE", "XXXX-05")]);
        var shares = AnnotationScore.Times(gold, Text, found).ToDictionary(share => share.Measure, share => share.Part / 2);
        Assert.Equal((1, 2, 1), (shares["times strict F1"], shares["times relaxed F1"], shares["times value F1"]));
    }

    [Fact]
    public void A_speaker_is_right_by_the_last_name_and_the_rest_is_speech_or_not()
    {
        const string Text = "\"Talks began,\" Lavrov said. It rained.";
        var gold = Record("""
            {"attributions": [{"cue": "Lavrov said", "quoted": true, "content": [{"begin": 0, "end": 14}], "source": [{"text": "Lavrov", "names": ["Sergey Lavrov"]}]}]}
            """);
        var found = Annotated(quotations: [new AnnotatedQuotation(0, 14, "Sergey Lavrov", Direct: true), new AnnotatedQuotation(28, 38, null, Direct: false)]);
        var shares = SpeechScore.Of(gold, Text, found).ToDictionary(share => share.Measure);
        Assert.Equal(1, shares["found when quoted"].Part);
        Assert.Equal(1, shares["speaker right"].Part);
        Assert.Equal((1, 2), (shares["said that is speech"].Part, shares["said that is speech"].Whole));
    }

    [Fact]
    public void A_role_is_exact_but_for_its_article()
    {
        var fact = Record("""{"name": "Sergey Lavrov", "role": "the Russian foreign minister"}""");
        var found = Annotated(roles: [new AnnotatedRole("Lavrov", "Russian foreign minister", 0, 0, Unsure: false)]);
        Assert.Equal(1, AnnotationScore.Roles(fact, found).Single(share => share.Measure == "role exact").Part);
    }

    private static JsonElement Record(string json)
    {
        using var record = JsonDocument.Parse(json);
        return record.RootElement.Clone();
    }

    private static AnnotatedText Annotated(
        IReadOnlyList<AnnotatedTime>? times = null, IReadOnlyList<AnnotatedRole>? roles = null, IReadOnlyList<AnnotatedQuotation>? quotations = null) =>
        new("", [], [], times ?? [], roles ?? [], quotations ?? []);
}
