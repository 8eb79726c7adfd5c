using Bot.Indexing;

namespace Bot.Answers;

/// <summary>The content words of a question with their weight: how much each tells, as idf over the corpus's passages.</summary>
internal sealed class QuestionTerms
{
    /// <summary>More words than a question has: further ones are left out, so that a pasted page costs no more than a question.</summary>
    private const int MostWords = 32;

    private readonly Dictionary<string, int> indexByTerm = new(StringComparer.Ordinal);

    public QuestionTerms(string topic, CorpusView corpus)
    {
        Words = [.. QueryTerm.Of(topic, corpus.Languages).Take(MostWords)];
        Weights = [.. Words.Select(corpus.Index.Idf)];
        for (var i = 0; i < Words.Count; i++)
        {
            foreach (var term in Words[i].Terms) indexByTerm.TryAdd(term, i);
        }
    }

    public IReadOnlyList<QueryTerm> Words { get; }

    /// <summary>Of each word, above 0.</summary>
    public IReadOnlyList<double> Weights { get; }

    public double TotalWeight => Weights.Sum();

    /// <summary>Which word a term of the index is a form of; -1 for none.</summary>
    public int WordOf(string term) => indexByTerm.GetValueOrDefault(term, -1);

    /// <summary>The words that no passage in scope has.</summary>
    public IReadOnlyList<string> Unknown(CorpusView corpus) =>
        [.. Words.Where(word => !corpus.Index.Has(word, corpus.Scope)).Select(word => word.Word)];
}
