using Bot.Mentions;

namespace Bot.Training.Names;

internal enum GoldKind { None, Named, Other }

/// <summary>A span that a set marks, with the set's own word for its type.</summary>
internal readonly record struct GoldSpan(int Start, int End, string Word)
{
    public EntityType? Type => Word switch
    {
        "PER" or "person" or "Person" or "politician" => EntityType.Person,
        "ORG" or "organisation" or "organization" or "Organisation" or "politicalparty" or "corporation" or "group" => EntityType.Organisation,
        "LOC" or "location" or "Location" or "country" or "place" => EntityType.Place,
        _ => null,
    };

    public GoldKind Kind => Type is not null ? GoldKind.Named
        : Word is "TIMEX3" or "DATE" or "time" or "EVENT" or "VALUE" ? GoldKind.None : GoldKind.Other;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>"the United States": the article is no part of a name.</summary>
    public GoldSpan WithoutArticle(string text)
    {
        foreach (var article in (ReadOnlySpan<string>)["the ", "a ", "an "])
            if (In(text).StartsWith(article, StringComparison.OrdinalIgnoreCase)) return this with { Start = Start + article.Length };
        return this;
    }

    public int Length => End - Start;
}
