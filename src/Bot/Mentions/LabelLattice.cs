namespace Bot.Mentions;

/// <summary>The best labels of a window's words (Viterbi 1967): the highest sum of what each word and each pair of neighbours weighs.</summary>
internal static class LabelLattice
{
    /// <param name="weights">Of each word and label, row by row; is overwritten.</param>
    /// <param name="transitions">Of a label and the one behind it, row by row.</param>
    /// <param name="back">Room for as many as <paramref name="weights"/>.</param>
    /// <param name="labels">Takes the result; ties go to the label that stands first in <see cref="NameLabel"/>.</param>
    public static void Best(Span<int> weights, ReadOnlySpan<int> transitions, Span<byte> back, Span<NameLabel> labels)
    {
        const int Labels = NameLabels.Count;
        for (var i = 0; i < labels.Length; i++)
        {
            var row = weights.Slice(i * Labels, Labels);
            for (var label = 0; label < Labels; label++)
            {
                var (best, from) = (int.MinValue, 0);
                // Before a window nothing is named.
                for (var before = 0; before < (i == 0 ? 1 : Labels); before++)
                {
                    if (!NameLabels.MayFollow((NameLabel)before, (NameLabel)label)) continue;
                    var sum = (i == 0 ? 0 : weights[((i - 1) * Labels) + before]) + transitions[(before * Labels) + label];
                    if (sum > best) (best, from) = (sum, before);
                }
                // Half of the least, so that adding to it never turns it over.
                row[label] = best == int.MinValue ? int.MinValue / 2 : row[label] + best;
                back[(i * Labels) + label] = (byte)from;
            }
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
}
