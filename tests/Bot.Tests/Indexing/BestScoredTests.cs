using Bot.Indexing;
using CsCheck;

namespace Bot.Tests.Indexing;

public sealed class BestScoredTests
{
    [Fact]
    public void It_keeps_the_best_and_all_that_score_as_much_as_the_last_of_them() =>
        Gen.Select(Gen.Int[0, 9].Array[0, 60], Gen.Int[1, 12]).Sample((scores, most) =>
        {
            var best = new BestScored(most, mostEqual: 100);
            for (var document = 0; document < scores.Length; document++) best.Offer(document, scores[document]);

            var last = scores.OrderDescending().Take(most).DefaultIfEmpty(int.MaxValue).Last();
            var expected = scores.Select((score, document) => (document, (double)score)).Where(one => one.Item2 >= (scores.Length < most ? 0 : last));
            Assert.Equal(expected, best.Kept.OrderBy(one => one.Document));
            if (scores.Length >= most) Assert.Equal(last, best.Threshold);
        });

    [Fact]
    public void Of_equals_beyond_the_best_it_keeps_no_more_than_it_is_told()
    {
        var best = new BestScored(2, mostEqual: 3);
        for (var document = 0; document < 100; document++) best.Offer(document, 1);

        Assert.Equal(5, best.Kept.Count());
    }
}
