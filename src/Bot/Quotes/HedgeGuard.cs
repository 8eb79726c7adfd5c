using System.Collections.Frozen;
using Bot.Text;

namespace Bot.Quotes;

/// <summary>Which English words that look like a cue are none here: the month May, the might of an army, a man's last will.</summary>
internal static class HedgeGuard
{
    public static bool IsCue(string text, ReadOnlySpan<Token> words, int at, HedgePhrase phrase) =>
        phrase.Neighbours?.Allow(text, words, at, phrase.Words.Length) != false && IsMeantSo(text, words, at, phrase);

    private static bool IsMeantSo(string text, ReadOnlySpan<Token> words, int at, HedgePhrase phrase) => phrase.Words[0] switch
    {
        "may" or "will" or "might" or "could" or "would" or "shall" when phrase.Kind != HedgeKind.Denied =>
            IsModal(text, words, at) && !(phrase.Words is ["would"] or ["could"] && IsCompared(text, words, at))
            && (phrase.Words is not ["would"] || IsDecided(text, words, at) == (phrase.Kind == HedgeKind.Planned)),
        "according" => !Has(Norms, text, Clause(words, at + phrase.Words.Length, FarthestNorm)),
        "never" or "neither" or "nobody" => !IsFirstPerson(text, words, at - 1),
        "claims" or "reports" => phrase.Words.Length > 1 || !IsNounHere(text, words, at),
        "alleged" => true,
        "announced" when phrase.Words.Length == 1 => ReportsHere(text, words, at),
        "rejected" or "denied" => DeniesHere(text, words, at, phrase.Words[0] == "rejected"),
        "potential" => at + 1 < words.Length && words[at + 1].Kind == TokenKind.Word,
        "plan" => IsPlanned(text, words, at),
        "claimed" => !IsNounHere(text, words, at) && (phrase.Words.Length > 1 || ClaimsHere(text, words, at + 1)),
        "stated" or "announced" or "urged" or "explained" => !IsNounHere(text, words, at),
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

    // "would" is the "will" of what was announced or decided, and so is planned; elsewhere it is hedged.
    private static bool IsDecided(string text, ReadOnlySpan<Token> words, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - FarthestDecision && words[i].Kind != TokenKind.Punctuation; i--)
        {
            if (words[i].Is(text, "if")) return false;
            if (Set(Decisions, text, words[i])) return true;
        }
        return false;
    }

    // "more slowly than talks would", "so that they could meet": what is compared or wanted is not said to be so.
    private static bool IsCompared(string text, ReadOnlySpan<Token> words, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - FarthestThan && words[i].Kind != TokenKind.Punctuation; i--)
        {
            if (words[i].Is(text, "than") || words[i].Is(text, "that") && i > 0 && words[i - 1].Is(text, "so")) return true;
        }
        return false;
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

    // Claims are rejected, but so are offers and appeals. Whoever denies a motion refuses it, and whoever "was denied" a visa did not get it.
    private static bool DeniesHere(string text, ReadOnlySpan<Token> words, int at, bool onlyOfClaims)
    {
        if (at > 0 && Set(Forms, text, words[at - 1])) return Has(Claims, text, words[Math.Max(0, at - FarthestClaim)..at]);
        var clause = Clause(words, at + 1, FarthestClaim);
        return onlyOfClaims ? Has(Claims, text, clause) : !Has(Requests, text, clause);
    }

    // "claimed the title" won it: behind a number or a noun phrase there must be a verb, or nothing is said.
    private static bool ClaimsHere(string text, ReadOnlySpan<Token> words, int next)
    {
        if (next >= words.Length || words[next].Kind == TokenKind.Punctuation) return true;
        if (words[next].Kind == TokenKind.Number) return false;
        return !Set(Articles, text, words[next]) || Has(Finite, text, Clause(words, next + 1, FarthestVerb));
    }

    // The tokens from one on, up to the next mark.
    private static ReadOnlySpan<Token> Clause(ReadOnlySpan<Token> words, int from, int longest)
    {
        var to = from;
        while (to < words.Length && to < from + longest && words[to].Kind != TokenKind.Punctuation) to++;
        return from < to ? words[from..to] : [];
    }

    private static bool Has(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> set, string text, ReadOnlySpan<Token> words)
    {
        foreach (var word in words) if (Set(set, text, word)) return true;
        return false;
    }

    // "they plan to", but "a stimulus plan to": without a plural or a pronoun before it, it is the noun.
    private static bool IsPlanned(string text, ReadOnlySpan<Token> words, int at) =>
        at > 0 && (Set(BeforePlan, text, words[at - 1]) || IsPluralNoun(words[at - 1].Slice(text)));

    // "officials plan to", but "a stimulus plan to".
    private static bool IsPluralNoun(ReadOnlySpan<char> word) => word.EndsWith("s") && !word.EndsWith("us") && !word.EndsWith("ss") && !word.EndsWith("'s") && !word.EndsWith("’s");

    private static bool IsNounHere(string text, ReadOnlySpan<Token> words, int at) =>
        at > 0 && (Set(BeforeNoun, text, words[at - 1]) || words[at - 1].Slice(text).EndsWith("’s") || words[at - 1].Slice(text).EndsWith("'s"));

    // "I don’t want to reveal anything" denies no claim.
    private static bool IsFirstPerson(string text, ReadOnlySpan<Token> words, int at) =>
        at >= 0 && (words[at].Is(text, "I") || words[at].Is(text, "we") || words[at].Is(text, "you"));

    private static bool Set(FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> set, string text, Token word) => set.Contains(word.Slice(text));

    /// <summary>Tokens of "on Friday that".</summary>
    private const int FarthestThat = 4;

    /// <summary>Tokens of "decided that he left the coordination of the council and that he".</summary>
    private const int FarthestDecision = 14;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Decisions = Words("announced decided agreed promised vowed pledged ordered decreed");

    /// <summary>Tokens of "than the very same talks".</summary>
    private const int FarthestThan = 5;

    /// <summary>Tokens of "the length" and "member state size".</summary>
    private const int FarthestNorm = 3;

    // What things are measured or done by; nobody says so.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Norms = Words("""
        size length height weight age number rank order type kind ritual rite custom customs rule rules plan schedule need needs taste
        """);

    /// <summary>Tokens of "the widely reported claims".</summary>
    private const int FarthestClaim = 5;

    /// <summary>Tokens of "the new Soviet admirals in the north did".</summary>
    private const int FarthestVerb = 7;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Claims = Words("""
        claim claims allegation allegations accusation accusations assertion assertions charge charges report reports rumour rumours rumor
        rumors suggestion suggestions notion idea theory that statement statements criticism
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Requests = Words("motion motions petition request requests appeal bail bid");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles = Words("the a an it");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Finite = Words("""
        is are was were has have had do does did will would can could may might must should be been not never didn't wasn't isn't
        """);

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
