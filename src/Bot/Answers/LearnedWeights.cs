using System.Globalization;

namespace Bot.Answers;

/// <summary>
/// How much each of some features counts, from a file that the training program wrote ("tests/Bot.Training"): a line for each feature, its weight and its
/// name; lines that begin with # say what the weights were fitted to.
/// </summary>
internal sealed class LearnedWeights
{
    private readonly double[] weights;

    private LearnedWeights(double[] weights) => this.weights = weights;

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="features">The features' names, in the order in which values will be given.</param>
    /// <exception cref="InvalidDataException">The file was written for other features.</exception>
    public static LearnedWeights Load(string name, IReadOnlyList<string> features)
    {
        using var file = new StreamReader(typeof(LearnedWeights).Assembly.GetManifestResourceStream($"Weights/{name}.txt")
            ?? throw new InvalidDataException($"There are no weights {name}."));
        var byName = new Dictionary<string, double>(StringComparer.Ordinal);
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Length == 0) continue;
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            byName.Add(line[(blank + 1)..], double.Parse(line.AsSpan(0, blank), CultureInfo.InvariantCulture));
        }
        return byName.Count == features.Count && features.All(byName.ContainsKey)
            ? new LearnedWeights([.. features.Select(feature => byName[feature])])
            : throw new InvalidDataException($"The weights {name} are of other features: fit them again.");
    }

    /// <param name="values">Of the features, in their order.</param>
    public double Of(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * values[i];
        return sum;
    }
}
