using Bot.Mentions;
using Bot.Text;

namespace Bot.Answers;

/// <summary>
/// Finds a name where it stands in full as it was asked for, though no mention was tagged there: its words one after the other, one other
/// between them at most ("Donald J. Trump"), each with a capital where its script has them. The index alone cannot tell: to it, "brown" and
/// "Johnston" are the names Brown and Johnstone.
/// </summary>
internal sealed class WrittenName
{
    private readonly string[] asked;

    public WrittenName(string name)
    {
        asked = WordsOf(name);
        // "Brown" at a sentence's start or in a heading may be the colour: there only a tagged mention tells.
        IsTelling = asked.Length > 1 || !IsCommonWord(name);
    }

    /// <summary>False for a name that is a common word too.</summary>
    public bool IsTelling { get; }

    /// <summary>True when the sentence has the name where no mention of anybody or anything lies.</summary>
    public bool StandsIn(TopicPassage passage, SentenceMatch sentence)
    {
        if (!IsTelling) return false;
        var origin = passage.Indexed.Passage.Span.Start;
        var mentions = passage.Indexed.Passage.MentionsIn(sentence.Sentence.Span).ToList();
        var (next, skipped) = (0, 0);
        foreach (var token in Tokenizer.Tokenize(passage.Words, sentence.Sentence.Span.RelativeTo(origin)))
        {
            if (token.Kind == TokenKind.Punctuation && token.Is(passage.Words, ".")) continue;
            var words = IsName(passage.Words, token) && !mentions.Exists(mention => mention.Span.Overlaps(token.Span.Shift(origin)))
                ? WordsOf(token.Slice(passage.Words).ToString()) : [];
            if (!Continues(words, next) && (token.Kind == TokenKind.Punctuation || ++skipped > 1)) next = 0;
            if (!Continues(words, next)) continue;
            (next, skipped) = (next + words.Length, 0);
            if (next == asked.Length) return true;
        }
        return false;
    }

    private bool Continues(string[] words, int at) =>
        words.Length > 0 && at + words.Length <= asked.Length && words.AsSpan().SequenceEqual(asked.AsSpan(at, words.Length));

    /// <summary>"Lavrov", "al-Maeena", "会谈", the "de" of "Charles de Gaulle"; not "brown".</summary>
    private bool IsName(string text, Token token)
    {
        if (token.Kind == TokenKind.Punctuation) return false;
        var word = token.Slice(text);
        foreach (var letter in word) if (!char.IsLower(letter) && char.IsLetterOrDigit(letter)) return true;
        return asked.Length > 1 && word.Length <= Lexicon.Longest && (Lexicon.Of(word) & WordKinds.Particle) != 0;
    }

    private static string[] WordsOf(string name)
    {
        var plain = name.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || name.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? name[..^2] : name;
        return NameFolding.Fold(plain).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsCommonWord(string name)
    {
        if (name.Length > Lexicon.Longest) return false;
        var lower = name.ToLowerInvariant();
        return ((Lexicon.Of(lower) | Inflection.KindsOf(lower)) & (WordKinds.Common | WordKinds.Function | WordKinds.RoleNoun | WordKinds.Calendar)) != 0;
    }
}
