using Bot.Chat;

namespace Bot.App.Terminal;

/// <summary>What comes unasked, in a few lines above the line being typed: what it is, and its first words with where they stand.</summary>
internal static class LocalNewsText
{
    public static IEnumerable<string> LinesOf(Reply news)
    {
        var blocks = news.Blocks;
        var about = string.Join(' ', blocks.TakeWhile(block => block is Heading or Line).Select(block => block switch { Heading heading => heading.Text, Line line => line.Text, _ => "" }));
        if (about.Length > 0) yield return about;
        if (blocks.OfType<Quote>().FirstOrDefault() is not { } quote) yield break;
        yield return $"  {quote.Text}";
        if (blocks.OfType<CitationLine>().FirstOrDefault() is { } source) yield return $"  {source.Where} · {source.Id}";
    }
}
