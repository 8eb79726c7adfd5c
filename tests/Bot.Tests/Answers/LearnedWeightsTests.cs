using Bot.Answers;

namespace Bot.Tests.Answers;

public sealed class LearnedWeightsTests
{
    [Fact]
    public void Each_feature_has_its_weight() => Assert.Multiple(
        () => LearnedWeights.Load("ranking", PassageEvidence.Names),
        () => LearnedWeights.Load("evidence", AnswerEvidence.Names));

    [Fact]
    public void Weights_of_other_features_are_not_taken() =>
        Assert.Throws<InvalidDataException>(() => LearnedWeights.Load("ranking", [.. PassageEvidence.Names.Skip(1), "another"]));

    [Fact]
    public void A_score_is_the_sum_of_values_by_their_weights()
    {
        var weights = LearnedWeights.Load("ranking", PassageEvidence.Names);
        var values = new double[PassageEvidence.Names.Count];
        Assert.Equal(0, weights.Of(values));
        values[3] = 1;
        var covered = weights.Of(values);
        values[3] = 0.5;
        Assert.True(covered > 0 && Math.Abs(covered - 2 * weights.Of(values)) < 1e-9);
    }
}
