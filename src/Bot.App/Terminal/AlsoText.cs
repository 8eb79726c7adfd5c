using Bot.Chat;

namespace Bot.App.Terminal;

/// <summary>"also in Nbc News (3f9a01bc:0-38), Paris waits (5d02c4e1:7-45) and 2 more (80b1f6aa:0-38, 91c7d20e:0-38)".</summary>
internal static class AlsoText
{
    /// <summary>More names would be longer than what is quoted; the ids alone still open every place.</summary>
    private const int MostNamed = 2;

    public static string Of(IReadOnlyList<OtherPlace> places)
    {
        var named = string.Join(", ", places.Take(MostNamed).Select(place => $"{place.Name} ({place.Id})"));
        var others = places.Skip(MostNamed).Select(place => place.Id).ToList();
        return others.Count == 0 ? $"also in {named}" : $"also in {named} and {others.Count} more ({string.Join(", ", others)})";
    }
}
