using Bot.App.Quality;
using Bot.Mentions;

namespace Bot.Training.Names;

/// <summary>A span that a set marks; half-open, in UTF-16 code units.</summary>
/// <param name="Type">Null for what is no person, organisation or place.</param>
internal readonly record struct MarkedSpan(int Start, int End, EntityType? Type)
{
    public int Length => End - Start;

    /// <summary>Of the kinds that the scorer counts.</summary>
    public static MarkedSpan Of(GoldSpan span) => new(
        span.Start, span.End, AnnotationScore.KindOf(span.Record) is { } kind ? Enum.Parse<EntityType>(kind, ignoreCase: true) : null);

    public string In(string text) => text.Substring(Start, Length);

    /// <summary>"the United States": the article is no part of a name.</summary>
    public MarkedSpan WithoutArticle(string text)
    {
        foreach (var article in (ReadOnlySpan<string>)["the ", "a ", "an "])
            if (In(text).StartsWith(article, StringComparison.OrdinalIgnoreCase)) return this with { Start = Start + article.Length };
        return this;
    }
}
