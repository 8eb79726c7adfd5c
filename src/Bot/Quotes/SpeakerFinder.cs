using Bot.Mentions;
using Bot.Text;

namespace Bot.Quotes;

/// <summary>Who speaks: a name or the words that stand for one, and the words it was read from. Both null when it is not told.</summary>
internal readonly record struct Speaker(string? Name, TextSpan? Span);

/// <summary>
/// Turns the source of an attribution into a speaker, statement by statement in text order, in the order of sieves of Muzny et
/// al. 2017: the name beside the verb, the description, the pronoun, then the nearest person before. A pronoun means the topic
/// of the statements before: their speaker, else the first person named in each. Gender is no veto: sources get it wrong.
/// </summary>
internal sealed class SpeakerFinder(string text, IReadOnlyList<Mention> mentions, DescriptionIndex descriptions)
{
    /// <summary>Paragraphs over which a pronoun reaches back.</summary>
    private const int FarthestParagraph = 3;

    private readonly record struct Topic(string Name, int Paragraph, bool IsPerson);

    private Topic? person;
    private Topic? body;

    /// <summary>Who is meant by <paramref name="source"/>, the sources before it in its statement being known.</summary>
    public Speaker Find(Source source, Statement statement, int at, Speaker? before) => source.Kind switch
    {
        SourceKind.Mention => new(mentions[source.Mention].Name, source.Span),
        SourceKind.Words => new(OfWords(source.Span!.Value), source.Span),
        SourceKind.Pronoun => new(OfPronoun(statement, at), source.Span),
        SourceKind.PluralPronoun => new(OfPlural(statement), source.Span),
        SourceKind.Inherited => before is { Name: not null } ? before.Value : SubjectOf(statement, at),
        _ => default,
    };

    /// <summary>A name that stands alone, as below a quotation.</summary>
    public Speaker OfItem(Item item) => item.Kind == ItemKind.Mention ? new(mentions[item.Index].Name, item.Span) : new(OfWords(item.Span), item.Span);

    /// <summary>Remembers what the statement was about, for the pronouns of the next ones.</summary>
    public void Leave(Statement statement, Speaker? speaker)
    {
        var first = FirstPerson(statement, statement.Count);
        var name = speaker?.Name;
        if (name is not null && IsPerson(name)) person = new Topic(name, statement.Paragraph, true);
        else if (first is { } named) person = new Topic(mentions[named.Index].Name, statement.Paragraph, true);
        if (name is not null && !IsPerson(name)) body = new Topic(name, statement.Paragraph, false);
        else if (FirstBody(statement) is { } organisation) body = new Topic(organisation, statement.Paragraph, false);
    }

    /// <summary>The nearest person before item <paramref name="at"/> in its paragraph, for a quotation that nothing introduces.</summary>
    public Speaker NearestBefore(Statement statement, int at)
    {
        for (var i = Math.Min(at, statement.Count) - 1; i >= 0; i--)
        {
            if (IsPersonAt(statement, i)) return new(mentions[statement[i].Index].Name, statement[i].Span);
        }
        return person is { } topic && topic.Paragraph == statement.Paragraph ? new(topic.Name, null) : default;
    }

    private string? OfPronoun(Statement statement, int at) =>
        FirstPerson(statement, at) is { } named ? mentions[named.Index].Name : Recent(person, statement);

    private string? OfPlural(Statement statement) => Recent(body, statement);

    private static string? Recent(Topic? topic, Statement statement) =>
        topic is { } known && statement.Paragraph - known.Paragraph <= FarthestParagraph ? known.Name : null;

    private string OfWords(TextSpan span) => descriptions.Find(span.Slice(text)) ?? span.Slice(text).ToString();

    private Speaker SubjectOf(Statement statement, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (statement[i] is { Kind: ItemKind.Mention, Possessive: false } item && mentions[item.Index].Type != EntityType.Place)
            {
                return new(mentions[item.Index].Name, item.Span);
            }
            if (statement.Is(i, SpeechWord.Singular)) return new(Recent(person, statement), statement[i].Span);
            if (statement.Is(i, SpeechWord.Plural)) return new(OfPlural(statement), statement[i].Span);
        }
        return default;
    }

    private Item? FirstPerson(Statement statement, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (IsPersonAt(statement, i)) return statement[i];
        }
        return null;
    }

    private string? FirstBody(Statement statement)
    {
        foreach (var item in statement.Items)
        {
            if (item is { Kind: ItemKind.Mention, Possessive: false } && mentions[item.Index].Type == EntityType.Organisation) return mentions[item.Index].Name;
        }
        return null;
    }

    private bool IsPersonAt(Statement statement, int at) =>
        statement[at] is { Kind: ItemKind.Mention, Possessive: false } item && mentions[item.Index].Type == EntityType.Person;

    private readonly HashSet<string> people = [.. mentions.Where(m => m.Type == EntityType.Person).Select(m => m.Name)];

    private bool IsPerson(string name) => people.Contains(name);
}
