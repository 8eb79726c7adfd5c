using System.Collections.Frozen;
using Bot.Text;

namespace Bot.Quotes;

/// <summary>Which English words that look like a cue are none here: the month May, the might of an army, a man's last will.</summary>
internal static class HedgeGuard
{
    public static bool IsCue(string text, ReadOnlySpan<Token> words, int at, HedgePhrase phrase) => phrase.Words[0] switch
    {
        "may" or "will" or "might" or "could" or "would" or "shall" when phrase.Kind != HedgeKind.Denied => IsModal(text, words, at),
        "never" or "neither" or "nobody" => !IsFirstPerson(text, words, at - 1),
        "claims" or "reports" => phrase.Words.Length > 1 || !IsNounHere(text, words, at),
        "alleged" => true,
        "announced" or "reported" when phrase.Words.Length == 1 => ReportsHere(text, words, at) || ClosesWith(text, words, at),
        "plan" => IsPlanned(text, words, at),
        "stated" or "announced" or "claimed" or "urged" or "explained" => !IsNounHere(text, words, at),
        "no" or "there" or "without" or "not" => true,
        _ => phrase.Kind != HedgeKind.Denied || !IsFirstPerson(text, words, at - 1),
    };

    /// <summary>Where the source begins that belongs to a cue at <paramref name="at"/>: "two of the sources | said"; else the cue itself.</summary>
    public static int SourceBefore(string text, ReadOnlySpan<Token> words, int at)
    {
        if (at == 0 || !Set(Sources, text, words[at - 1])) return at;
        var from = at - 1;
        while (from > 0 && at - from < 8 && (Set(SourceWords, text, words[from - 1]) || words[from - 1].Kind == TokenKind.Number)) from--;
        return from;
    }

    // A modal verb is written small, has a word behind it and no article, possessive or adjective of the noun before it.
    private static bool IsModal(string text, ReadOnlySpan<Token> words, int at)
    {
        if (!char.IsLower(text[words[at].Span.Start])) return false;
        // "the will of his father"; and "would you like" hedges nothing.
        if (at + 1 < words.Length && (words[at + 1].Kind != TokenKind.Word || Set(AfterNoun, text, words[at + 1]))) return false;
        return at == 0 || !IsNounHere(text, words, at);
    }

    // "announced the deal" and "was announced" report no claim; "..., Apple announced." does, and so does "announced on Friday that".
    private static bool ReportsHere(string text, ReadOnlySpan<Token> words, int at)
    {
        if (at > 0 && Set(Forms, text, words[at - 1])) return false;
        for (var next = at + 1; next < words.Length && next <= at + FarthestThat; next++)
        {
            if (words[next].Is(text, "that") || (next == at + 1 && words[next].Kind == TokenKind.Punctuation)) return true;
        }
        return at + 1 == words.Length;
    }

    // "..., NBC News reported on Thursday."
    private static bool ClosesWith(string text, ReadOnlySpan<Token> words, int at)
    {
        var name = at;
        while (name > 0 && words[name - 1].Kind == TokenKind.Word && char.IsUpper(text[words[name - 1].Span.Start])) name--;
        return name < at && name > 0 && words[name - 1].Kind == TokenKind.Punctuation;
    }

    // "they plan to", but "a stimulus plan to": without a plural or a pronoun before it, it is the noun.
    private static bool IsPlanned(string text, ReadOnlySpan<Token> words, int at) =>
        at > 0 && (Set(BeforePlan, text, words[at - 1]) || words[at - 1].Slice(text).EndsWith("s"));

    private static bool IsNounHere(string text, ReadOnlySpan<Token> words, int at) =>
        at > 0 && (Set(BeforeNoun, text, words[at - 1]) || words[at - 1].Slice(text).EndsWith("’s") || words[at - 1].Slice(text).EndsWith("'s"));

    // "I don’t want to reveal anything" denies no claim.
    private static bool IsFirstPerson(string text, ReadOnlySpan<Token> words, int at) =>
        at >= 0 && (words[at].Is(text, "I") || words[at].Is(text, "we") || words[at].Is(text, "you"));

    private static bool Set(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> set, string text, Token word) => set.Contains(word.Slice(text));

    /// <summary>Tokens of "on Friday that".</summary>
    private const int FarthestThat = 4;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Forms = Words("be is are was were been being");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforePlan = Words("they we who people and also still not do may");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNoun = Words(
        "the a an his her its their our my your political military free good ill last this these those of against with such all any some");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterNoun = Words("of to and or in for on at you like");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Sources = Words("sources source officials insiders witnesses people reports");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SourceWords = Words("""
        of the a an one two three four five six several many some other another anonymous unnamed diplomatic senior former official
        military security intelligence government western european american russian ukrainian local multiple
        """);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
