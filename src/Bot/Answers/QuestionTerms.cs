using Bot.Indexing;
using Bot.Mentions;
using Bot.People;

namespace Bot.Answers;

/// <summary>The content words of a question with their weight: how much each tells, as idf over the corpus's passages.</summary>
internal sealed class QuestionTerms
{
    /// <summary>More words than a question has, and the bits of a number: further ones are left out, so that a pasted page costs no more than a question.</summary>
    private const int MostWords = 32;

    /// <summary>A shorter word has too many neighbours for one of them to be meant: "Iran" and "Iraq".</summary>
    private const int ShortestCorrected = 5;

    /// <summary>What a name's word counts beside another of the same idf, when it is asked how much of the question a passage covers.</summary>
    private const double NameWeight = 2;

    /// <summary>
    /// What a passage of the question's own language has more than the same words in another, as a share of the question's weight: enough
    /// to tell two tellings of one story, and less than any of its words.
    /// </summary>
    private const double OwnLanguageWeight = 0.35;

    private readonly string? language;
    private readonly double ownLanguageBonus;
    private readonly double[] telling;
    private readonly List<QueryTerm> names;
    private readonly List<QueryTerm> corrections = [];
    private readonly Dictionary<string, int> indexByTerm = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> written;

    /// <summary>Of the words' terms and of those that may stand for them.</summary>
    private readonly TermSieve sieve = new();

    /// <param name="topic">The words to look for.</param>
    /// <param name="question">The words as they were asked, which tell the names among them.</param>
    /// <param name="corrects">Whether a word that no passage has is read as the nearest spelling that some have.</param>
    public QuestionTerms(string topic, string question, CorpusView corpus, bool corrects)
    {
        Words = [.. QueryTerm.Of(topic, corpus.Languages, question).Take(MostWords)];
        if (corrects) Words = [.. Words.Select(word => Corrected(word, corpus))];
        Weights = [.. Words.Select(corpus.Index.Idf)];
        (TotalWeight, MeanWeight) = (Weights.Sum(), Weights.Count == 0 ? 0 : Weights.Average());
        if (corpus.Languages.Count > 1) (language, ownLanguageBonus) = (QueryTerm.LanguageOf(question, corpus.Languages), OwnLanguageWeight * TotalWeight);
        names = [.. Words.Where(word => IsName(word, question))];
        telling = [.. Words.Select((word, i) => Weights[i] * (names.Contains(word) ? NameWeight : 1))];
        for (var i = 0; i < Words.Count; i++)
        {
            foreach (var term in Words[i].Terms)
            {
                if (indexByTerm.TryAdd(term, i)) sieve.Add(term);
            }
        }
        written = new HashSet<string>(Words.Select(word => word.Word), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        Related = new RelatedTerms(question, this, corpus, sieve);
    }

    public IReadOnlyList<QueryTerm> Words { get; }

    /// <summary>What may stand for the words in texts.</summary>
    public RelatedTerms Related { get; }

    /// <summary>A bit for every word: what has all of them. 0 when there is no word.</summary>
    public uint All => Words.Count == 0 ? 0 : uint.MaxValue >> (MostWords - Words.Count);

    /// <summary>Of each word, above 0.</summary>
    public IReadOnlyList<double> Weights { get; }

    public double TotalWeight { get; }

    /// <summary>0 when there is no word.</summary>
    public double MeanWeight { get; }

    /// <summary>The words that are names, as bits.</summary>
    public uint Names => Enumerable.Range(0, Words.Count).Where(i => names.Contains(Words[i])).Aggregate(0u, (bits, i) => bits | (1u << i));

    /// <summary>The words, as they were asked, of which something is so, as bits.</summary>
    public uint WordsThat(Func<string, bool> isSo) =>
        Enumerable.Range(0, Words.Count).Where(i => isSo(Words[i].Word)).Aggregate(0u, (bits, i) => bits | (1u << i));

    /// <param name="found">Bit i is set for word i.</param>
    public double WeightOf(uint found)
    {
        var sum = 0.0;
        for (var i = 0; i < Weights.Count; i++)
        {
            if ((found & (1u << i)) != 0) sum += Weights[i];
        }
        return sum;
    }

    /// <summary>
    /// The share of the question that words of it cover, from 0 to 1, by weight. Names count double: words about the right person or thing
    /// are nearer to an answer than the right words about another.
    /// </summary>
    /// <param name="found">Bit i is set for word i.</param>
    public double Coverage(uint found)
    {
        var (covered, total) = (0.0, 0.0);
        for (var i = 0; i < telling.Length; i++)
        {
            total += telling[i];
            if ((found & (1u << i)) != 0) covered += telling[i];
        }
        return total > 0 ? covered / total : 0;
    }

    /// <summary>0 where all briefings are of one language.</summary>
    public double BonusOf(IndexedPassage passage) => passage.Language == language ? ownLanguageBonus : 0;

    /// <summary>False for most terms that neither are of a word nor may stand for one.</summary>
    public bool MayTell(string term) => sieve.MayHold(term);

    /// <summary>Whether a word of a text is one of these as it was asked, capitals aside.</summary>
    public bool IsWritten(ReadOnlySpan<char> word) => written.Contains(word);

    /// <summary>Which word a term of the index is a form of; -1 for none.</summary>
    public int WordOf(string term) => sieve.MayHold(term) ? indexByTerm.GetValueOrDefault(term, -1) : -1;

    /// <summary>The words that no passage in scope has. Of a word that is a stop word of one of the corpus's languages ("die") nobody can tell.</summary>
    public IReadOnlyList<string> Unknown(CorpusView corpus) => [.. Words
        .Where(word => !corpus.Index.Has(word, corpus.Scope) && corpus.Languages.All(language => BriefingAnalyzer.Analyze(word.Word, language).Count > 0))
        .Select(word => word.Word)];

    /// <summary>
    /// The names that are right as they are asked, and are yet looked for in another spelling, as bits: Johnson is not Johnston, so that a passage
    /// names the latter is no evidence. A spelling that no list knows ("Lukashenka") is a misspelling.
    /// </summary>
    public uint NamesOfOthers =>
        Enumerable.Range(0, Words.Count).Where(i => IsNameOfAnother(Words[i])).Aggregate(0u, (bits, i) => bits | (1u << i));

    /// <summary>
    /// True when the question names somebody or something that no passage in scope has, or only somebody spelled nearly alike. A first name before a known
    /// surname does not count: briefings leave it out.
    /// </summary>
    public bool HasUnknownName(CorpusView corpus)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            // Initials and abbreviations of two letters are written in too many ways to tell anything.
            if (Words[i].Word.Length <= 2 || !names.Contains(Words[i])) continue;
            if (!IsNameOfAnother(Words[i]) && corpus.Index.Has(Words[i], corpus.Scope)) continue;
            var isFirstName = i + 1 < Words.Count && names.Contains(Words[i + 1])
                && Lexicon.Of(Words[i].Word.ToLowerInvariant()).HasFlag(WordKinds.GivenName) && corpus.Index.Has(Words[i + 1], corpus.Scope);
            if (!isFirstName) return true;
        }
        return false;
    }

    /// <summary>
    /// For each name of the question of which <paramref name="found"/> has no word, whom it may mean. Words that are also a place, an organisation or a common
    /// word ("Washington") may be asked for as that, and name nobody here.
    /// </summary>
    /// <param name="found">Bit i is set for word i.</param>
    public IEnumerable<IReadOnlyList<Person>> PeopleNotIn(uint found, CorpusView corpus)
    {
        for (var first = 0; first < Words.Count; first++)
        {
            var next = first;
            while (next < Words.Count && names.Contains(Words[next])) next++;
            var name = Words.Skip(first).Take(next - first).Select(word => word.Word).ToList();
            var isFound = Enumerable.Range(first, name.Count).Any(i => (found & (1u << i)) != 0);
            if (name.Count > 0 && !isFound && !name.Exists(IsRight) && corpus.People.Named(string.Join(' ', name)) is { Count: > 0 } people) yield return people;
            first = next;
        }
    }

    /// <summary>The words that are looked for in another spelling than the one asked.</summary>
    public IEnumerable<QueryTerm> Corrections => corrections;

    private QueryTerm Corrected(QueryTerm word, CorpusView corpus)
    {
        // A number or a code that is not there is another number, not a misspelled one; and a word that is right means what it says: Ireland is not Iceland.
        if (word.Word.Length < ShortestCorrected || !word.Word.All(char.IsLetter) || IsRight(word.Word) || corpus.Index.Has(word, corpus.Scope)) return word;
        if (corpus.Index.SpelledLike(word.Terms[0], corpus.Scope) is not { } near) return word;
        var corrected = word with { Terms = [near] };
        corrections.Add(corrected);
        return corrected;
    }

    private bool IsNameOfAnother(QueryTerm word) => corrections.Contains(word) && names.Contains(word)
        && (Lexicon.Of(word.Word.ToLowerInvariant()) & (WordKinds.GivenName | WordKinds.Surname)) != 0;

    // Of names of persons there are as many spellings as parents: "Shelly" may be Shelley.
    private static bool IsRight(string word) =>
        (Lexicon.Of(word.ToLowerInvariant()) & (WordKinds.Common | WordKinds.RoleNoun | WordKinds.Place | WordKinds.Demonym | WordKinds.Organisation | WordKinds.Calendar)) != 0;

    // A capital tells a name, but not on the question's first word.
    private static bool IsName(QueryTerm word, string question) =>
        char.IsUpper(word.Word[0]) && !question.StartsWith(word.Word, StringComparison.Ordinal);
}
