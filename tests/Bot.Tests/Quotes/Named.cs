using Bot.Mentions;
using Bot.Text;

namespace Bot.Tests.Quotes;

/// <summary>Mentions made by hand: each of the names wherever it stands, and a person's last name alone too.</summary>
internal static class Named
{
    /// <param name="names">"Sergey Lavrov" for a person; "@Minsk" for a place; "#Council on Foreign Relations" for an organisation.</param>
    public static IReadOnlyList<Mention> In(string text, params string[] names)
    {
        var found = new List<Mention>();
        foreach (var given in names)
        {
            var type = given[0] switch { '@' => EntityType.Place, '#' => EntityType.Organisation, _ => EntityType.Person };
            var name = given.TrimStart('@', '#');
            Add(found, text, name, name, type);
            if (type == EntityType.Person) Add(found, text, name.Split(' ')[^1], name, type);
        }
        return [.. found.OrderBy(mention => mention.Span.Start)];
    }

    private static void Add(List<Mention> found, string text, string words, string name, EntityType type)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var span = new TextSpan(at, at + words.Length);
            if (!found.Exists(other => other.Span.Overlaps(span))) found.Add(new Mention(span, type, name));
        }
    }
}
