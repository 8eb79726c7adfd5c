namespace Bot.Mentions;

/// <summary>Decides about names by learned weights, with what the rules say as one sign among others. Learned from English alone.</summary>
internal static class TrainedNames
{
    private const int LongestOnStack = 64;

    /// <summary>Names in text order, each with a type; they do not overlap.</summary>
    public static List<NameSpan> Find(NameText text, List<NameSpan> rules, NameModel model)
    {
        var names = new List<NameSpan>(rules.Count);
        var all = new NameLabel[text.Words.Length];
        var ruled = NameLabels.Of(text.Words.Length, rules);
        Span<uint> keys = stackalloc uint[NameFeatures.Most];
        Span<int> room = stackalloc int[LongestOnStack * NameLabels.Count];
        Span<byte> roomBack = stackalloc byte[LongestOnStack * NameLabels.Count];
        foreach (var sentence in text.Sentences)
        {
            var features = new NameFeatures(text, ruled, sentence, keys);
            for (var at = sentence.From; NameWindows.Next(text, at, sentence) is var (from, to) && from < to; at = to)
            {
                var length = to - from;
                var weights = length <= LongestOnStack ? room[..(length * NameLabels.Count)] : new int[length * NameLabels.Count];
                var back = length <= LongestOnStack ? roomBack[..(length * NameLabels.Count)] : new byte[length * NameLabels.Count];
                var labels = all.AsSpan(from, length);
                for (var i = 0; i < length; i++)
                {
                    model.Weigh(keys[..features.Collect(from + i)], weights.Slice(i * NameLabels.Count, NameLabels.Count));
                }
                LabelLattice.Best(weights, model.Transitions, back, labels);
                NameLabels.AddNames(labels, from, names);
            }
        }
        return SettledNames.Join(text, rules, names, all);
    }
}
