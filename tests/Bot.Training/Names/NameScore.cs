using System.Globalization;
using Bot.Mentions;

namespace Bot.Training.Names;

/// <summary>Exact F1 of persons, organisations and places, in percent, as names are usually scored (CoNLL 2003).</summary>
internal sealed class NameScore
{
    private readonly int[] gold = new int[3], said = new int[3], right = new int[3];

    public void Add(GoldNames text, IEnumerable<NameSpan> names)
    {
        foreach (var (_, _, type) in text.Scored) gold[(int)type]++;
        foreach (var name in names)
        {
            var type = name.Type!.Value;
            said[(int)type]++;
            if (text.Scored.Contains((text.Text.Words[name.From].Start, text.Text.Words[name.To - 1].End, type))) right[(int)type]++;
        }
    }

    public double F1(EntityType type) =>
        gold[(int)type] + said[(int)type] is > 0 and var sum ? 200.0 * right[(int)type] / sum : 0;

    public override string ToString() => string.Join("  ", Enum.GetValues<EntityType>().Select(type => string.Create(
        CultureInfo.InvariantCulture,
        $"{type.ToString().ToLowerInvariant()} {F1(type):F1} (gold {gold[(int)type]}, said {said[(int)type]})")));
}
