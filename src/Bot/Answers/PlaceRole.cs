using Bot.Mentions;
using Bot.Text;

namespace Bot.Answers;

/// <summary>
/// What a named place is to the topic, read from the words before it. "held in April in New York" says where something was;
/// "the war in Ukraine" where the war is; "she said in Minsk" where somebody spoke; "the Kiev counter-offensive" is no place of anything.
/// </summary>
/// <param name="Weight">From 0 to 1: how surely the topic was there.</param>
internal readonly record struct PlaceRole(double Weight, string? Note)
{
    private const double WhereItWas = 1, WhereTheTopicIs = 0.9, Elsewhere = 0.3, WhereSomebodySpoke = 0.2;

    private static readonly HashSet<string> Prepositions = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "at", "near", "into", "outside", "inside", "around", "across", "through", "over", "off", "within",
        "в", "во", "на", "под", "у", "із", "з", "in", "nach", "aus", "bei", "à", "en", "dans", "chez", "de", "desde", "hacia",
    };

    /// <summary>These lead to a place only after a word of moving: "flew to Minsk", but "talk to Ukraine".</summary>
    private static readonly HashSet<string> Directions = new(StringComparer.OrdinalIgnoreCase) { "to", "from", "toward", "towards", "for" };

    private static readonly HashSet<string> Movements = new(StringComparer.OrdinalIgnoreCase)
    {
        "flew", "fly", "flying", "flight", "went", "go", "going", "goes", "gone", "travel", "travelled", "traveled", "travelling", "came", "come",
        "coming", "arrived", "moved", "move", "moving", "returned", "return", "trip", "visit", "tour", "journey", "sent", "delivered", "delivery",
        "drove", "sailed", "fled", "deployed", "back", "left", "departed", "way", "headed", "off", "out", "away",
    };

    // Verbs after which "in Minsk" tells where it was, and that do not show it by their ending.
    private static readonly HashSet<string> Happenings = new(StringComparer.OrdinalIgnoreCase)
    {
        "held", "met", "place", "began", "was", "were", "is", "are", "be", "been", "took", "born", "died", "built", "made", "lives", "based", "won",
        "lost", "found", "meet", "live", "work", "stay", "land", "here", "there", "off", "up", "out", "down",
    };

    /// <summary>The places of a sentence that are places of something, with their roles; a mere modifier or a name in a list is left out.</summary>
    public static List<(Mention Mention, PlaceRole Role)> Of(TopicPassage passage, SentenceMatch sentence)
    {
        var places = new List<(Mention Mention, PlaceRole Role)>();
        var origin = passage.Indexed.Passage.Span.Start;
        var span = sentence.Sentence.Span.RelativeTo(origin);
        var tokens = Tokenizer.Tokenize(passage.Words, span);
        foreach (var place in passage.Indexed.Passage.MentionsIn(sentence.Sentence.Span).Where(mention => mention.Type == EntityType.Place))
        {
            var at = tokens.FindIndex(token => token.Span.Start >= place.Span.Start - origin);
            var preposition = PrepositionBefore(passage.Words, tokens, at);
            if (preposition < 0) continue;
            if (sentence.Matches.Any(match => match.Overlaps(place.Span))) continue;
            // "from Toulouse in France" is one place.
            var around = places.FindIndex(other => preposition > 0 && other.Mention.Span.End == tokens[preposition - 1].Span.End + origin);
            places.Add((place, around < 0 ? RoleAfter(passage, sentence, tokens, preposition) : places[around].Role));
        }
        return places;
    }

    /// <summary>"in New York", "in the Belarusian capital Minsk": the preposition up to three words before; -1 for none.</summary>
    private static int PrepositionBefore(string words, List<Token> tokens, int place)
    {
        for (var i = place - 1; i >= Math.Max(0, place - 4); i--)
        {
            if (tokens[i].Kind == TokenKind.Punctuation) return -1;
            if (IsOfPlace(words, tokens, i)) return IsPlainName(words, tokens, i + 1, place) ? i : -1;
        }
        return -1;
    }

    private static bool IsOfPlace(string words, List<Token> tokens, int at)
    {
        var word = tokens[at].Slice(words).ToString();
        return Prepositions.Contains(word)
            || (Directions.Contains(word) && at > 0 && Movements.Contains(tokens[at - 1].Slice(words).ToString()));
    }

    // Between preposition and name only articles and adjectives stand; "in talks Minsk ..." is none. "after the Kiev offensive" has no preposition of place.
    private static bool IsPlainName(string words, List<Token> tokens, int first, int place)
    {
        for (var i = first; i < place; i++)
        {
            var word = tokens[i].Slice(words);
            if (!char.IsUpper(word[0]) && word is not ("the" or "capital" or "city" or "town" or "northern" or "southern" or "eastern" or "western" or "central")) return false;
        }
        return true;
    }

    private static PlaceRole RoleAfter(TopicPassage passage, SentenceMatch sentence, List<Token> tokens, int preposition)
    {
        var origin = passage.Indexed.Passage.Span.Start;
        if (SpeakerBefore(passage, tokens[preposition].Span.Start + origin, sentence.Sentence.Span) is { } speaker)
        {
            return new PlaceRole(WhereSomebodySpoke, $"where {speaker} spoke");
        }
        if (preposition == 0) return new PlaceRole(WhereItWas, null);
        var before = tokens[preposition - 1].Span.Shift(origin);
        var isAfterTime = passage.Indexed.Passage.Annotations.Times.Any(time => time.Span.Overlaps(before));
        if (isAfterTime || tokens[preposition - 1].Kind == TokenKind.Punctuation) return new PlaceRole(WhereItWas, null);
        if (sentence.Matches.Any(match => match.Overlaps(before))) return new PlaceRole(WhereTheTopicIs, null);
        var word = tokens[preposition - 1].Slice(passage.Words).ToString();
        return LooksLikeVerb(word) ? new PlaceRole(WhereItWas, null) : new PlaceRole(Elsewhere, $"named with \"{word}\"");
    }

    private static bool LooksLikeVerb(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal)
        || Happenings.Contains(word) || Movements.Contains(word);

    /// <summary>Who spoke, where a direct quotation ends before the place within the sentence: what follows it tells of the speaking.</summary>
    private static string? SpeakerBefore(TopicPassage passage, int place, TextSpan sentence) =>
        passage.Indexed.Passage.Annotations.Quotations
            .Where(quotation => quotation.Direct && quotation.Speaker is not null && quotation.Span.End <= place && quotation.Span.End > sentence.Start)
            .Select(quotation => quotation.Speaker).LastOrDefault();
}
