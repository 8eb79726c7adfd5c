namespace Bot.Training.Ranking;

/// <summary>
/// Fits weights so that the passages that answer come first: the likelihood that one of them is drawn, where a passage is drawn with a
/// probability proportional to the exponential of its score (Cao et al. 2007, Learning to rank: from pairwise approach to listwise
/// approach). Each set counts alike. By gradient descent with the step of Kingma and Ba (2015, Adam), over all questions in each step, so
/// that the same come out again.
/// </summary>
internal sealed class ListwiseFit
{
    private const double Rate = 0.03, First = 0.9, Second = 0.999;

    private readonly List<Example> _examples;
    private readonly double[] _scale;
    private readonly int _features;

    public ListwiseFit(IEnumerable<RankedQuestion> questions)
    {
        var usable = questions.Where(question => question.Briefings.Any(question.Gold.Contains)).ToList();
        var ofSet = usable.GroupBy(question => question.Set).ToDictionary(set => set.Key, set => set.Count());
        _features = usable[0].Evidence[0].Length;
        _scale = ScaleOf(usable);
        _examples = usable.ConvertAll(question => new Example(
            [.. question.Evidence.SelectMany(values => values.Select((value, i) => value / _scale[i]))],
            [.. question.Briefings.Select(question.Gold.Contains)],
            1.0 / ofSet[question.Set] / ofSet.Count));
    }

    /// <summary>Of values scaled alike: the smaller a weight, the less its feature moves the order.</summary>
    /// <param name="penalty">Of the squares of the weights (ridge): what holds only for a few questions costs more than it brings.</param>
    /// <param name="without">Features that are left out.</param>
    public double[] Fit(double penalty, int steps, HashSet<int> without)
    {
        var weights = new double[_features];
        var (mean, square) = (new double[_features], new double[_features]);
        for (var step = 1; step <= steps; step++)
        {
            var gradient = new double[_features];
            foreach (var example in _examples) Add(example, weights, gradient);
            var rate = Rate * (1 - 0.9 * step / steps);
            for (var i = 0; i < _features; i++)
            {
                if (without.Contains(i)) continue;
                var slope = gradient[i] + penalty * weights[i];
                mean[i] = First * mean[i] + (1 - First) * slope;
                square[i] = Second * square[i] + (1 - Second) * slope * slope;
                weights[i] -= rate * (mean[i] / (1 - Math.Pow(First, step))) / (Math.Sqrt(square[i] / (1 - Math.Pow(Second, step))) + 1e-8);
            }
        }
        return weights;
    }

    /// <summary>For values as they are.</summary>
    public double[] Unscaled(double[] weights) => [.. weights.Select((weight, i) => weight / _scale[i])];

    /// <summary>Mean over the sets of the logarithm of the likelihood that a passage is drawn that answers.</summary>
    public static double Likelihood(IEnumerable<RankedQuestion> questions, double[] unscaled) => questions
        .Where(question => question.Briefings.Any(question.Gold.Contains))
        .GroupBy(question => question.Set)
        .Average(set => set.Average(question =>
        {
            var scores = question.Evidence.Select(values => values.Select((value, i) => value * unscaled[i]).Sum()).ToArray();
            var most = scores.Max();
            var all = scores.Sum(score => Math.Exp(score - most));
            var gold = scores.Where((_, i) => question.Gold.Contains(question.Briefings[i])).Sum(score => Math.Exp(score - most));
            return Math.Log(Math.Max(1e-9, gold / all));
        }));

    private static double[] ScaleOf(List<RankedQuestion> questions)
    {
        var features = questions[0].Evidence[0].Length;
        var (sum, square, count) = (new double[features], new double[features], 0);
        foreach (var values in questions.SelectMany(question => question.Evidence))
        {
            count++;
            for (var i = 0; i < features; i++)
            {
                sum[i] += values[i];
                square[i] += values[i] * values[i];
            }
        }
        return [.. sum.Select((one, i) => Math.Sqrt(Math.Max(0, square[i] / count - one / count * (one / count))))
            .Select(deviation => deviation > 1e-5 ? deviation : 1)];
    }

    private void Add(Example example, double[] weights, double[] gradient)
    {
        var count = example.IsGold.Length;
        Span<double> drawn = stackalloc double[count];
        var most = double.MinValue;
        for (var i = 0; i < count; i++)
        {
            var values = example.Values.AsSpan(i * _features, _features);
            drawn[i] = Dot(values, weights);
            most = Math.Max(most, drawn[i]);
        }
        var (all, gold) = (0.0, 1e-300);
        for (var i = 0; i < count; i++)
        {
            drawn[i] = Math.Exp(drawn[i] - most);
            all += drawn[i];
            if (example.IsGold[i]) gold += drawn[i];
        }
        for (var i = 0; i < count; i++)
        {
            var pull = example.Worth * (drawn[i] / all - (example.IsGold[i] ? drawn[i] / gold : 0));
            if (Math.Abs(pull) < 1e-12) continue;
            var values = example.Values.AsSpan(i * _features, _features);
            for (var f = 0; f < values.Length; f++) gradient[f] += pull * values[f];
        }
    }

    private static double Dot(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++) sum += values[i] * weights[i];
        return sum;
    }

    private sealed record Example(double[] Values, bool[] IsGold, double Worth);
}
