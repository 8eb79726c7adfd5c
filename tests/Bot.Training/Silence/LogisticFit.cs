namespace Bot.Training.Silence;

/// <summary>
/// Logistic regression (Cox 1958) with a ridge, by Newton's method (iteratively reweighted least squares: Hastie, Tibshirani and Friedman
/// 2009, The Elements of Statistical Learning, 4.4.1).
/// </summary>
internal static class LogisticFit
{
    private const int Steps = 30;

    /// <param name="examples">Values, whether it is so, and how much it counts.</param>
    /// <param name="penalty">Of the squares of the weights, of values scaled alike.</param>
    public static double[] Fit(IReadOnlyList<(double[] Values, bool IsSo, double Worth)> examples, double penalty)
    {
        var features = examples[0].Values.Length;
        var scale = Enumerable.Range(0, features)
            .Select(i => Math.Sqrt(examples.Average(one => one.Values[i] * one.Values[i])))
            .Select(size => size > 1e-9 ? size : 1).ToArray();
        var weights = new double[features];
        for (var step = 0; step < Steps; step++)
        {
            var (slope, curve) = (new double[features], new double[features, features]);
            foreach (var (values, isSo, worth) in examples)
            {
                var scaled = values.Select((value, i) => value / scale[i]).ToArray();
                var likely = 1 / (1 + Math.Exp(-scaled.Zip(weights, (value, weight) => value * weight).Sum()));
                for (var i = 0; i < features; i++)
                {
                    slope[i] += worth * ((isSo ? 1 : 0) - likely) * scaled[i];
                    for (var j = 0; j < features; j++) curve[i, j] += worth * likely * (1 - likely) * scaled[i] * scaled[j];
                }
            }
            for (var i = 0; i < features; i++)
            {
                slope[i] -= penalty * weights[i];
                curve[i, i] += penalty;
            }
            var change = Solve(curve, slope);
            for (var i = 0; i < features; i++) weights[i] += change[i];
        }
        return [.. weights.Select((weight, i) => weight / scale[i])];
    }

    /// <summary>Of linear equations, by elimination with the largest pivot of each column.</summary>
    private static double[] Solve(double[,] left, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = Enumerable.Range(column, size - column).MaxBy(row => Math.Abs(left[row, column]));
            for (var i = 0; i < size; i++) (left[column, i], left[pivot, i]) = (left[pivot, i], left[column, i]);
            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var row = column + 1; row < size; row++)
            {
                var share = left[row, column] / left[column, column];
                for (var i = column; i < size; i++) left[row, i] -= share * left[column, i];
                right[row] -= share * right[column];
            }
        }
        for (var row = size - 1; row >= 0; row--)
        {
            for (var i = row + 1; i < size; i++) right[row] -= left[row, i] * right[i];
            right[row] /= left[row, row];
        }
        return right;
    }
}
