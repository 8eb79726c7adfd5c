namespace Bot.Mentions;

/// <summary>
/// What a word is to a name (BIO; Ramshaw and Marcus 1995): outside, its beginning, or inside it. Names of other things (works, events,
/// peoples) have one label of their own: learned as what they are, they are not taken for persons, organisations or places.
/// </summary>
internal enum NameLabel : byte
{
    Outside, PersonBegin, PersonInside, OrganisationBegin, OrganisationInside, PlaceBegin, PlaceInside, Other,
}

internal static class NameLabels
{
    public const int Count = 8;

    public static NameLabel Begin(EntityType type) => (NameLabel)(1 + ((int)type * 2));

    public static NameLabel Inside(EntityType type) => Begin(type) + 1;

    public static bool IsBegin(NameLabel label) => label is NameLabel.PersonBegin or NameLabel.OrganisationBegin or NameLabel.PlaceBegin;

    public static bool IsInside(NameLabel label) => label is NameLabel.PersonInside or NameLabel.OrganisationInside or NameLabel.PlaceInside;

    /// <summary>Null for what is outside or names something else.</summary>
    public static EntityType? TypeOf(NameLabel label) =>
        label is NameLabel.Outside or NameLabel.Other ? null : (EntityType)(((int)label - 1) / 2);

    /// <summary>A name goes on only with its own kind.</summary>
    public static bool MayFollow(NameLabel before, NameLabel label) => !IsInside(label) || before == label || before == label - 1;

    /// <summary>The labels of a text's words; where <paramref name="names"/> has a name without a type, its words are <see cref="NameLabel.Other"/>.</summary>
    public static NameLabel[] Of(int words, IEnumerable<NameSpan> names)
    {
        var labels = new NameLabel[words];
        foreach (var name in names)
        {
            if (name.Type is not { } type)
            {
                labels.AsSpan(name.From, name.Length).Fill(NameLabel.Other);
                continue;
            }
            labels.AsSpan(name.From, name.Length).Fill(Inside(type));
            labels[name.From] = Begin(type);
        }
        return labels;
    }

    /// <summary>Adds the names of persons, organisations and places that the labels mean, in order.</summary>
    /// <param name="first">Which word the first label is of.</param>
    public static void AddNames(ReadOnlySpan<NameLabel> labels, int first, List<NameSpan> names)
    {
        for (var i = 0; i < labels.Length;)
        {
            var start = i++;
            if (!IsBegin(labels[start])) continue;
            while (i < labels.Length && labels[i] == labels[start] + 1) i++;
            names.Add(new NameSpan(first + start, first + i, TypeOf(labels[start])));
        }
    }
}
