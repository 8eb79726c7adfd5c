using Bot.Mentions;
using Bot.Text;
using CsCheck;

namespace Bot.Tests.Mentions;

public sealed class NameModelTests
{
    private static readonly Gen<int[]> Row = Gen.Int[-128, 127].Array[NameLabels.Count];

    [Fact]
    public void What_is_written_is_weighed() => Gen.Select(Gen.UInt, Row).Array[0, 300].Sample(features =>
    {
        var unlike = features.DistinctBy(feature => feature.Item1).ToArray();
        var model = new NameModel(NameModel.Write(new int[NameLabels.Count * NameLabels.Count], unlike));
        foreach (var (key, weights) in unlike)
        {
            var sums = new int[NameLabels.Count];
            model.Weigh([key, key], sums);
            Assert.Equal(weights.Select(weight => 2 * weight), sums);
        }
    });

    [Fact]
    public void An_unknown_feature_weighs_nothing()
    {
        var sums = new int[NameLabels.Count];
        new NameModel(NameModel.Write(new int[NameLabels.Count * NameLabels.Count], [(7, [1, 2, 3, 4, 5, 6, 7, 8])])).Weigh([8, 9], sums);
        Assert.All(sums, sum => Assert.Equal(0, sum));
    }

    [Fact]
    public void The_best_labels_are_the_best_of_all() => Gen.Select(Row.Array[1, 4], Row.Array[NameLabels.Count]).Sample((words, between) =>
    {
        int[] transitions = [.. between.SelectMany(row => row)];
        var labels = new NameLabel[words.Length];
        LabelLattice.Best([.. words.SelectMany(row => row)], transitions, new byte[words.Length * NameLabels.Count], labels);
        Assert.Equal(Sequences(words.Length).Max(Sum), Sum(labels));

        int? Sum(IReadOnlyList<NameLabel> sequence)
        {
            var (sum, before) = (0, NameLabel.Outside);
            for (var i = 0; i < sequence.Count; before = sequence[i++])
            {
                if (!NameLabels.MayFollow(before, sequence[i])) return null;
                sum += words[i][(int)sequence[i]] + transitions[((int)before * NameLabels.Count) + (int)sequence[i]];
            }
            return sum;
        }
    });

    [Theory]
    [InlineData("They left the Bank of the West in Minsk, Belarus.", "Bank of the West in Minsk, Belarus")] // what links two capitals is within
    [InlineData("The talks were long. In April they ended. Then Lavrov left.", "In April", "Then Lavrov")] // an article alone begins none
    [InlineData("It was so in 1987.")] // nor does a number alone
    public void Windows_are_runs_of_capitals(string text, params string[] windows)
    {
        var names = new NameText(SentenceSplitter.Split(text, "en"));
        var found = new List<string>();
        foreach (var sentence in names.Sentences)
        {
            for (var at = sentence.From; NameWindows.Next(names, at, sentence) is var (from, to) && from < to; at = to)
                found.Add(text[names.Words[from].Start..names.Words[to - 1].End]);
        }
        Assert.Equal(windows, found);
    }

    private static IEnumerable<NameLabel[]> Sequences(int length) => length == 0 ? [[]]
        : Sequences(length - 1).SelectMany(rest => Enumerable.Range(0, NameLabels.Count).Select(label => (NameLabel[])[.. rest, (NameLabel)label]));
}
