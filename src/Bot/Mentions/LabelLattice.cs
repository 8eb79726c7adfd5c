using System.Runtime.Intrinsics;

namespace Bot.Mentions;

/// <summary>The best labels of a window's words (Viterbi 1967): the highest sum of what each word and each pair of neighbours weighs.</summary>
internal static class LabelLattice
{
    private const int Labels = NameLabels.Count;

    /// <summary>What a pair weighs that may not be: more than all words of a window together, and far from turning over.</summary>
    private const int Barred = int.MinValue / 4;

    /// <summary>Of a label and the one behind it, row by row: 0, or <see cref="Barred"/>.</summary>
    private static readonly int[] Bars = [.. Enumerable.Range(0, Labels * Labels).Select(pair =>
        NameLabels.MayFollow((NameLabel)(pair / Labels), (NameLabel)(pair % Labels)) ? 0 : Barred)];

    /// <param name="weights">Of each word and label, row by row; is overwritten.</param>
    /// <param name="transitions">Of a label and the one behind it, row by row.</param>
    /// <param name="back">Room for as many as <paramref name="weights"/>.</param>
    /// <param name="labels">Takes the result; ties go to the label that stands first in <see cref="NameLabel"/>.</param>
    public static void Best(Span<int> weights, ReadOnlySpan<int> transitions, Span<byte> back, Span<NameLabel> labels)
    {
        // Before a window nothing is named.
        var sums = Behind(NameLabel.Outside, transitions) + Row(weights, 0);
        sums.CopyTo(weights);
        for (var i = 1; i < labels.Length; i++)
        {
            // The eight labels of a word are looked at together.
            var (best, from) = (Vector256.Create(int.MinValue), Vector256<int>.Zero);
            for (var before = 0; before < Labels; before++)
            {
                var sum = Behind((NameLabel)before, transitions) + Vector256.Create(weights[((i - 1) * Labels) + before]);
                var isBetter = Vector256.GreaterThan(sum, best);
                (best, from) = (Vector256.ConditionalSelect(isBetter, sum, best), Vector256.ConditionalSelect(isBetter, Vector256.Create(before), from));
            }
            (best + Row(weights, i)).CopyTo(weights[(i * Labels)..]);
            for (var label = 0; label < Labels; label++) back[(i * Labels) + label] = (byte)from[label];
        }
        var last = 0;
        var end = weights.Slice((labels.Length - 1) * Labels, Labels);
        for (var label = 1; label < Labels; label++) if (end[label] > end[last]) last = label;
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (NameLabel)last;
            last = back[(i * Labels) + last];
        }
    }

    private static Vector256<int> Behind(NameLabel before, ReadOnlySpan<int> transitions) => Row(transitions, (int)before) + Row(Bars, (int)before);

    private static Vector256<int> Row(ReadOnlySpan<int> table, int row) => Vector256.Create(table.Slice(row * Labels, Labels));
}
