using Bot.Mentions;

namespace Bot.Quotes;

/// <summary>
/// Who is meant by a description within one briefing: "the Belarusian president" once "the Belarusian president, Alexander
/// Lukashenko" stood there; "the Church" where one body's name has that word. Nobody where two could be meant.
/// </summary>
internal sealed class DescriptionIndex
{
    private const int LongestDescription = 6;

    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> byEnding = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> byPhrase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> byNameWord = new(StringComparer.Ordinal);

    public static DescriptionIndex Of(string text, List<Statement> statements, IReadOnlyList<Mention> mentions)
    {
        var index = new DescriptionIndex();
        foreach (var statement in statements)
        {
            for (var at = 0; at < statement.Count; at++)
            {
                if (statement[at] is not { Kind: ItemKind.Mention, Possessive: false } item) continue;
                var mention = mentions[item.Index];
                index.AddName(mention);
                if (mention.Type != EntityType.Person) continue;
                var isApposition = statement.IsKind(at - 1, ItemKind.Comma);
                index.AddBefore(statement, text, isApposition ? at - 1 : at, mention.Name, isApposition);
                if (statement.IsKind(at + 1, ItemKind.Comma) && statement.Is(at + 2, SpeechWord.Determiner)) index.AddAfter(statement, text, at + 2, mention.Name);
            }
        }
        return index;
    }

    /// <summary>The person or body that <paramref name="words"/> describe; null when none or several could be meant.</summary>
    public string? Find(ReadOnlySpan<char> words)
    {
        var phrase = WithoutArticle(words.ToString());
        if (byPhrase.TryGetValue(phrase, out var name)) return name;
        if (byEnding.TryGetValue(phrase, out name)) return name;
        return !phrase.Contains(' ') && char.IsUpper(phrase[0]) && byNameWord.TryGetValue(phrase, out name) ? name : null;
    }

    private void AddName(Mention mention)
    {
        if (!names.Add(mention.Name)) return;
        foreach (var word in mention.Name.Split(' '))
        {
            if (word.Length > 2 && char.IsUpper(word[0])) Add(byNameWord, word, mention.Name);
        }
    }

    // The words before a name: "the Belarusian president, | Alexander Lukashenko", "Russian foreign minister | Lavrov".
    private void AddBefore(Statement statement, string text, int end, string name, bool isApposition)
    {
        var from = end;
        while (from > 0 && end - from < LongestDescription && statement[from - 1].Kind is ItemKind.Word or ItemKind.Name
            && (statement[from - 1].Word & ~SpeechWord.NounToo) == 0) from--;
        if (from == end || !statement.IsKind(end - 1, ItemKind.Word) && !IsTitle(statement, from, end)) return;
        // "According to diplomats, Lavrov may return": without an article what stands before the comma is somebody else.
        if (isApposition && !statement.Is(from - 1, SpeechWord.Determiner) && !(from > 0 && statement[from - 1].Possessive)) return;
        AddPhrase(text[statement[from].Span.Start..statement[end - 1].Span.End], name);
    }

    private void AddAfter(Statement statement, string text, int from, string name)
    {
        var start = from + 1;
        var end = start;
        while (end < statement.Count && end - start < LongestDescription && statement[end].Kind is ItemKind.Word or ItemKind.Name
            && statement[end].Word == SpeechWord.None) end++;
        if (end > start) AddPhrase(text[statement[start].Span.Start..statement[end - 1].Span.End], name);
    }

    private static bool IsTitle(Statement statement, int from, int end) => end - from == 1 && statement[from].Kind == ItemKind.Name;

    private void AddPhrase(string phrase, string name)
    {
        Add(byPhrase, phrase, name);
        // "the foreign minister" and "the minister" are the Russian foreign minister.
        for (var from = 0; ; from = phrase.IndexOf(' ', from) + 1)
        {
            Add(byEnding, phrase[from..], name);
            if (phrase.IndexOf(' ', from) < 0) break;
        }
    }

    private static void Add(Dictionary<string, string?> index, string key, string name)
    {
        if (!index.TryGetValue(key, out var known)) index[key] = name;
        else if (known != name) index[key] = null;
    }

    private static string WithoutArticle(string words)
    {
        foreach (var article in Articles)
        {
            if (words.Length > article.Length && words.StartsWith(article, StringComparison.OrdinalIgnoreCase)) return words[article.Length..];
        }
        return words;
    }

    private static readonly string[] Articles = ["the ", "der ", "die ", "das ", "le ", "la ", "les ", "l’", "l'", "el ", "los ", "las "];
}
