using System.Globalization;
using System.Text;

namespace Bot.Training;

/// <summary>Writes weights as the core reads them (LearnedWeights).</summary>
internal static class WeightFile
{
    /// <param name="origin">What they are and what they were fitted to: lines of text.</param>
    public static Task WriteAsync(
        string path, IReadOnlyList<string> origin, IReadOnlyList<string> names, double[] weights, CancellationToken stop)
    {
        var text = new StringBuilder();
        foreach (var line in origin) text.Append("# ").Append(line).Append('\n');
        for (var i = 0; i < weights.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{weights[i]:0.0000} {names[i]}\n");
        return File.WriteAllTextAsync(path, text.ToString(), stop);
    }
}
