using Bot.Indexing;

namespace Bot.Answers;

/// <summary>The content words of a question with their weight: how much each tells, as idf over the corpus's passages.</summary>
internal sealed class QuestionTerms
{
    /// <summary>More words than a question has: further ones are left out, so that a pasted page costs no more than a question.</summary>
    private const int MostWords = 32;

    private readonly double[] telling;
    private readonly List<QueryTerm> names;
    /// <summary>What a name's word counts beside another of the same idf, when it is asked how much of the question a passage covers.</summary>
    private const double NameWeight = 2;

    private readonly Dictionary<string, int> indexByTerm = new(StringComparer.Ordinal);

    public QuestionTerms(string topic, string question, CorpusView corpus)
    {
        Words = [.. QueryTerm.Of(topic, corpus.Languages).Take(MostWords)];
        Weights = [.. Words.Select(corpus.Index.Idf)];
        names = [.. Words.Where(word => IsName(word, question))];
        telling = [.. Words.Select((word, i) => Weights[i] * (names.Contains(word) ? NameWeight : 1))];
        for (var i = 0; i < Words.Count; i++)
        {
            foreach (var term in Words[i].Terms) indexByTerm.TryAdd(term, i);
        }
    }

    public IReadOnlyList<QueryTerm> Words { get; }

    /// <summary>Of each word, above 0.</summary>
    public IReadOnlyList<double> Weights { get; }

    public double TotalWeight => Weights.Sum();

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

    /// <summary>True when the question names somebody or something that no passage in scope has.</summary>
    public bool HasUnknownName(CorpusView corpus) => names.Exists(name => !corpus.Index.Has(name, corpus.Scope));

    // A capital tells a name, but not on the question's first word.
    private static bool IsName(QueryTerm word, string question) =>
        char.IsUpper(word.Word[0]) && !question.StartsWith(word.Word, StringComparison.Ordinal);

    /// <summary>Which word a term of the index is a form of; -1 for none.</summary>
    public int WordOf(string term) => indexByTerm.GetValueOrDefault(term, -1);

    /// <summary>The words that no passage in scope has.</summary>
    public IReadOnlyList<string> Unknown(CorpusView corpus) =>
        [.. Words.Where(word => !corpus.Index.Has(word, corpus.Scope)).Select(word => word.Word)];
}
