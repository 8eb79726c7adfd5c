using System.Runtime.InteropServices;
using Bot.Mentions;

namespace Bot.Training.Names;

/// <summary>
/// Learns <see cref="NameModel"/>'s weights: a structured perceptron whose weights are averaged over all steps (Collins 2002). Whole
/// numbers and a fixed order: the same texts give the same bytes.
/// </summary>
internal sealed class NamePerceptron
{
    private const int Labels = NameLabels.Count;

    /// <summary>How often each window is learned from, and how often all of that is begun anew; the average is over all.</summary>
    private const int Rounds = 10, Restarts = 3;

    /// <summary>A feature that fewer words have is not learned.</summary>
    private const int Least = 2;

    /// <summary>So many percent of a word's features are hidden at each step, so that no few of them are relied on.</summary>
    private const int Hidden = 30;

    /// <summary>
    /// What a weight of one is in the file, whose weights are bytes: with less, the small ones are lost, with more the great ones cut.
    /// </summary>
    private const int Scale = 6;

    private readonly List<Window> windows = [];
    private readonly List<Weights> features = [];
    private readonly Weights[] transitions = [.. Enumerable.Range(0, Labels).Select(_ => new Weights(0))];
    private long step = 1;
    private ulong random = 88172645463325252UL;

    /// <summary>A run of words, the numbers of their features, and their labels.</summary>
    private sealed record Window(int[][] Features, NameLabel[] Gold);

    /// <summary>One weight for each label: as it is, and what is to be taken off <c>steps * Now</c> for the sum over all steps.</summary>
    private sealed class Weights(uint key)
    {
        public uint Key => key;

        public int[] Now { get; } = new int[Labels];

        public long[] Late { get; } = new long[Labels];
    }

    public NamePerceptron(IReadOnlyList<GoldNames> texts)
    {
        var seen = new Dictionary<uint, int>();
        var found = texts.SelectMany(WindowsOf).ToList();
        foreach (var key in found.SelectMany(window => window.Keys).SelectMany(word => word))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out _)++;
        }
        var numbers = new Dictionary<uint, int>();
        foreach (var (key, count) in seen.OrderBy(pair => pair.Key))
        {
            if (count < Least) continue;
            numbers.Add(key, features.Count);
            features.Add(new Weights(key));
        }
        windows = found.ConvertAll(window => new Window(
            [.. window.Keys.Select(word => word.Where(numbers.ContainsKey).Select(key => numbers[key]).ToArray())], window.Gold));
    }

    /// <summary>The file of <see cref="NameModel"/>.</summary>
    public byte[] Learn()
    {
        var order = Enumerable.Range(0, windows.Count).ToArray();
        for (var restart = 0; restart < Restarts; restart++)
        {
            foreach (var weights in features.Concat(transitions))
                for (var label = 0; label < Labels; label++) Move(weights, label, -weights.Now[label]);
            for (var round = 0; round < Rounds; round++)
            {
                Shuffle(order);
                foreach (var at in order) Step(windows[at]);
            }
        }
        return NameModel.Write([.. transitions.SelectMany(Average)], features.Select(weights => (weights.Key, Average(weights))));
    }

    private int[] Average(Weights weights)
    {
        var average = new int[Labels];
        for (var label = 0; label < Labels; label++)
        {
            var sum = ((step * weights.Now[label]) - weights.Late[label]) * Scale;
            average[label] = (int)((sum + (sum < 0 ? -step / 2 : step / 2)) / step);
        }
        return average;
    }

    private void Step(Window window)
    {
        var shown = Array.ConvertAll(window.Features, word => Array.FindAll(word, _ => Next() % 100 >= Hidden));
        var labels = Best(shown);
        var (said, gold) = (NameLabel.Outside, NameLabel.Outside);
        for (var i = 0; i < labels.Length; i++)
        {
            Move(transitions[(int)gold], (int)window.Gold[i], 1);
            Move(transitions[(int)said], (int)labels[i], -1);
            (said, gold) = (labels[i], window.Gold[i]);
            if (said == gold) continue;
            foreach (var feature in shown[i])
            {
                Move(features[feature], (int)gold, 1);
                Move(features[feature], (int)said, -1);
            }
        }
        step++;
    }

    private NameLabel[] Best(int[][] shown)
    {
        var sums = new int[shown.Length * Labels];
        for (var i = 0; i < shown.Length; i++)
        {
            foreach (var feature in shown[i])
                for (var label = 0; label < Labels; label++) sums[(i * Labels) + label] += features[feature].Now[label];
        }
        var labels = new NameLabel[shown.Length];
        LabelLattice.Best(sums, [.. transitions.SelectMany(weights => weights.Now)], new byte[sums.Length], labels);
        return labels;
    }

    private void Move(Weights weights, int label, int by)
    {
        weights.Now[label] += by;
        weights.Late[label] += by * step;
    }

    private void Shuffle(int[] order)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            var other = (int)(Next() % (ulong)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    /// <summary>xorshift64 (Marsaglia 2003): the same numbers on every machine.</summary>
    private ulong Next()
    {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        return random;
    }

    private static List<(List<uint[]> Keys, NameLabel[] Gold)> WindowsOf(GoldNames gold)
    {
        var found = new List<(List<uint[]>, NameLabel[])>();
        var keys = new uint[NameFeatures.Most];
        foreach (var sentence in gold.Text.Sentences)
        {
            var collector = new NameFeatures(gold.Text, gold.Rules, sentence, keys);
            for (var at = sentence.From; NameWindows.Next(gold.Text, at, sentence) is var (from, to) && from < to; at = to)
            {
                var words = new List<uint[]>(to - from);
                for (var i = from; i < to; i++) words.Add(keys[..collector.Collect(i)]);
                found.Add((words, Possible(gold.Labels[from..to])));
            }
        }
        return found;
    }

    /// <summary>A name that reaches into the window from outside begins where the window does.</summary>
    private static NameLabel[] Possible(NameLabel[] labels)
    {
        var before = NameLabel.Outside;
        for (var i = 0; i < labels.Length; i++)
        {
            if (!NameLabels.MayFollow(before, labels[i])) labels[i]--;
            before = labels[i];
        }
        return labels;
    }
}
