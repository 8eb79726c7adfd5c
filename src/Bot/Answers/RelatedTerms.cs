using Bot.Indexing;
using Bot.Mentions;
using Bot.Text;

namespace Bot.Answers;

/// <summary>
/// The terms of texts that may stand for words of an English question: words of the same meaning or root, and who lives in a country for the country. They
/// are not searched for; they tell apart what was found.
/// </summary>
internal sealed class RelatedTerms
{
    /// <summary>"armed forces", "head of state".</summary>
    private const int LongestPhrase = 3;

    /// <summary>A word that is so much more frequent than the one asked for tells too little: as a share of its idf.</summary>
    private const double LeastTelling = 0.5;

    private readonly QuestionTerms terms;
    private readonly CorpusView corpus;
    private readonly uint names;

    /// <summary>Of those who live in a country, and of countries: how frequent they are tells nothing.</summary>
    private readonly Dictionary<string, uint> places = new(StringComparer.Ordinal);

    /// <summary>By term the words it may stand for, as bits; once it was met, only those that it is telling enough for.</summary>
    private readonly Dictionary<string, (uint Words, bool IsWeighed)> byTerm = new(StringComparer.Ordinal);

    private readonly TermSieve sieve;

    /// <param name="sieve">Takes the terms that may stand for words.</param>
    public RelatedTerms(string question, QuestionTerms terms, CorpusView corpus, TermSieve sieve)
    {
        (this.terms, this.corpus, this.sieve, names) = (terms, corpus, sieve, terms.Names);
        if (QueryTerm.LanguageOf(question, corpus.Languages) != "en") return;
        var words = WordsOf(question);
        // A pasted page says the same words again and again: each is looked up once.
        var phrases = new HashSet<string>(StringComparer.Ordinal);
        for (var first = 0; first < words.Count; first++)
        {
            var (phrase, bits) = words[first];
            if (bits == 0) continue;
            if (phrases.Add(phrase)) Add(phrase, bits);
            foreach (var next in words.Skip(first + 1).Take(LongestPhrase - 1))
            {
                (phrase, bits) = ($"{phrase} {next.Word}", bits | next.Bits);
                if (phrases.Add(phrase)) Add(phrase, bits);
            }
        }
    }

    /// <summary>The words of the question that a term may stand for, as bits; 0 for none.</summary>
    public uint WordsOf(string term, string language)
    {
        if (language != "en" || !sieve.MayHold(term)) return 0;
        var words = PlacesOf(term, language);
        if (!byTerm.TryGetValue(term, out var related)) return words;
        if (!related.IsWeighed) byTerm[term] = related = (Telling(term, related.Words), true);
        return words | related.Words;
    }

    /// <summary>Of them only the countries for whose people it stands, and the people whose country it names: the "Russian" foreign minister is Russia's.</summary>
    public uint PlacesOf(string term, string language) => language == "en" ? places.GetValueOrDefault(term) : 0;

    private uint Telling(string term, uint words)
    {
        var idf = corpus.Index.Idf(new QueryTerm(term, [term]));
        for (var i = 0; i < terms.Words.Count; i++)
        {
            if (idf < LeastTelling * terms.Weights[i]) words &= ~(1u << i);
        }
        return words;
    }

    /// <summary>All words, stop words too, with the bit of each that is looked for.</summary>
    private List<(string Word, uint Bits)> WordsOf(string question)
    {
        var bits = BriefingAnalyzer.Analyze(question, "en").Where(term => terms.WordOf(term.Term) >= 0).ToDictionary(term => term.Start, term => 1u << terms.WordOf(term.Term));
        return [.. Tokenizer.Tokenize(question).Where(token => token.Kind == TokenKind.Word)
            .Select(token => (QueryTerm.WithoutPossessive(token.Slice(question).ToString().ToLowerInvariant()), bits.GetValueOrDefault(token.Span.Start)))];
    }

    private void Add(string phrase, uint bits)
    {
        // Grant is not an award, nor Cook a maker: of names only those of countries have others that stand for them.
        var related = (bits & names) == 0 ? RelatedWords.Of(phrase) : [];
        foreach (var term in Terms(related))
        {
            byTerm[term] = (byTerm.GetValueOrDefault(term).Words | bits, false);
            sieve.Add(term);
        }
        string[] place = Lexicon.PlaceOf(phrase) is { } known ? [known] : [];
        foreach (var term in Terms([.. place, .. Lexicon.DemonymsOf(phrase)]))
        {
            places[term] = places.GetValueOrDefault(term) | bits;
            sieve.Add(term);
        }
    }

    // With a blank or a hyphen it is more than one word of a text.
    private IEnumerable<string> Terms(IEnumerable<string> words) => words.Where(word => !word.AsSpan().ContainsAny(' ', '-'))
        .Select(word => BriefingAnalyzer.TermOf(word, "en")).OfType<string>().Where(term => terms.WordOf(term) < 0);
}
