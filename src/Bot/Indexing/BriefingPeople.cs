using Bot.Mentions;
using Bot.Passages;

namespace Bot.Indexing;

/// <summary>One person in one briefing: the full name it gives, in how many of its passages, and whether it quotes the person.</summary>
internal readonly record struct BriefingPerson(string Name, int Passages, bool Speaks);

/// <summary>The people of one briefing: what the directory of people is counted together from.</summary>
internal sealed record BriefingPeople(DateOnly? Day, IReadOnlyList<BriefingPerson> People)
{
    public byte[] Write()
    {
        var writer = new ByteWriter();
        writer.Number(Day?.DayNumber + 1 ?? 0);
        writer.Number(People.Count);
        foreach (var person in People)
        {
            writer.String(person.Name);
            writer.Number(person.Passages);
            writer.Flag(person.Speaks);
        }
        return writer.Written.ToArray();
    }

    public static BriefingPeople Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        DateOnly? day = reader.Number() is > 0 and var number ? DateOnly.FromDayNumber(number - 1) : null;
        var people = new BriefingPerson[reader.Number()];
        for (var i = 0; i < people.Length; i++) people[i] = new BriefingPerson(reader.String()!, reader.Number(), reader.Flag());
        return new BriefingPeople(day, people);
    }

    /// <summary>Counts a briefing's passages one after the other.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<string, int> people = new(StringComparer.Ordinal);
        private readonly HashSet<string> speakers = new(StringComparer.Ordinal);

        public void Add(Passage passage)
        {
            var names = passage.Annotations.Mentions.Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Name);
            foreach (var name in names.Distinct()) people[name] = people.GetValueOrDefault(name) + 1;
            // Speakers that are no person ("two of the sources") are found by their words, not listed as people.
            foreach (var quotation in passage.Annotations.Quotations)
            {
                if (quotation.Speaker is { } name) speakers.Add(name);
            }
        }

        public BriefingPeople Build(DateOnly? day) =>
            new(day, [.. people.Select(person => new BriefingPerson(person.Key, person.Value, speakers.Contains(person.Key)))]);
    }
}
