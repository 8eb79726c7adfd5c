using Bot.Mentions;
using Bot.Text;

namespace Bot.Quotes;

/// <summary>Cuts prose into statements, given its quotations and mentions, both in text order and without overlaps.</summary>
internal sealed class StatementReader(Prose prose, IReadOnlyList<Mention> mentions, List<QuotedSpan> quotes, SpeechLexicon lexicon)
{
    /// <summary>Items after which a statement ends with its sentence, whatever quotation reaches on: the finders look over all of it.</summary>
    private const int LongestStatement = 400;

    /// <summary>"Mr", "Mme", "Sra", "Prof".</summary>
    private const int LongestTitle = 4;

    private readonly List<Statement> statements = [];
    private int quote;
    private int mention;

    public List<Statement> Read()
    {
        // What was read so far; a quotation moves it beyond the end of its sentence.
        var at = 0;
        Statement? statement = null;
        for (var i = 0; i < prose.Sentences.Count; i++)
        {
            var sentence = prose.Sentences[i];
            var tokens = prose.Tokens[i];
            var reachedInto = at > sentence.Span.Start;
            if (statement is null || !reachedInto || statement.Count > LongestStatement) statements.Add(statement = new Statement(sentence.Paragraph, (sentence.Span.Length / 5) + 2));
            at = Math.Max(at, sentence.Span.Start);
            while (at < sentence.Span.End)
            {
                while (quote < quotes.Count && quotes[quote].Outer.End <= at) quote++;
                var next = quote < quotes.Count ? quotes[quote].Outer : new TextSpan(sentence.Span.End, sentence.Span.End);
                if (next.Start > at)
                {
                    tokens = ReadWords(statement, tokens, at, Math.Min(next.Start, sentence.Span.End));
                    at = Math.Min(next.Start, sentence.Span.End);
                }
                if (at < sentence.Span.End && next.Start <= at)
                {
                    statement.Items.Add(new Item(next, ItemKind.Quote, SpeechWord.None, quote));
                    at = Math.Max(next.End, at + 1);
                }
            }
        }
        return statements;
    }

    /// <summary>Reads the tokens that lie in [start, end), and gives those behind them.</summary>
    private ReadOnlySpan<Token> ReadWords(Statement statement, ReadOnlySpan<Token> tokens, int start, int end)
    {
        var text = prose.Text;
        while (tokens.Length > 0 && tokens[0].Span.Start < end)
        {
            var span = tokens[0].Span;
            var kind = tokens[0].Kind;
            tokens = tokens[1..];
            if (span.Start < start) continue;
            if (statement.Count > 0 && statement.Items[^1].Span.End > span.Start) continue;
            while (mention < mentions.Count && mentions[mention].Span.End <= span.Start) mention++;
            if (mention < mentions.Count && mentions[mention].Span.Start <= span.Start)
            {
                var itsEnd = Math.Max(span.End, Math.Min(mentions[mention].Span.End, end));
                DropTitle(statement.Items, span.Start);
                var possessive = IsPossessive(text, mentions[mention].Span.End) || (span.End >= itsEnd && IsPossessive(text, span.End - 2));
                statement.Items.Add(new Item(new TextSpan(span.Start, itsEnd), ItemKind.Mention, SpeechWord.None, mention, possessive));
            }
            else statement.Items.Add(kind == TokenKind.Punctuation ? Mark(text, span) : Word(statement, text, span));
            JoinNames(statement, text);
        }
        return tokens;
    }

    // "said Mr. Lavrov", "a déclaré M. Lavrov": the title's full stop ends nothing.
    private static void DropTitle(List<Item> items, int name)
    {
        if (items.Count < 2 || items[^1].Kind != ItemKind.Break || items[^1].Span.Length != 1 || name - items[^1].Span.End > 1) return;
        var title = items[^2];
        if (title.Kind != ItemKind.Name || title.Span.End != items[^1].Span.Start || title.Span.Length > LongestTitle) return;
        items.RemoveRange(items.Count - 2, 2);
    }

    private static bool IsPossessive(string text, int at) =>
        at > 0 && at + 1 < text.Length && text[at] is '’' or '\'' && text[at + 1] is 's' && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]));

    private static Item Mark(string text, TextSpan span) =>
        new(span, text[span.Start] == ',' ? ItemKind.Comma : ItemKind.Break, text[span.Start] == ':' ? SpeechWord.Colon : SpeechWord.None);

    private Item Word(Statement statement, string text, TextSpan span)
    {
        var word = lexicon.Of(span.Slice(text));
        if (word == SpeechWord.None && lexicon.IsAdverb(span.Slice(text))) word = SpeechWord.Adverb;
        var isName = char.IsUpper(text[span.Start]) && (word == SpeechWord.None || (statement.Count > 0 && (word & SpeechWord.Reports) != 0));
        if (!isName) return new Item(span, ItemKind.Word, word);
        return new Item(span, ItemKind.Name, SpeechWord.None, -1, IsPossessive(text, span.End - 2));
    }

    // "Tom Molomby": two capitalised words with nothing but a space between them are one name.
    private static void JoinNames(Statement statement, string text)
    {
        var items = statement.Items;
        if (items.Count < 2 || items[^1].Kind != ItemKind.Name || items[^2].Kind != ItemKind.Name || items[^2].Possessive) return;
        var between = text.AsSpan(items[^2].Span.End, items[^1].Span.Start - items[^2].Span.End);
        if (between.ContainsAnyExcept(' ', '\u00A0')) return;
        items[^2] = items[^1] with { Span = new TextSpan(items[^2].Span.Start, items[^1].Span.End) };
        items.RemoveAt(items.Count - 1);
    }
}
