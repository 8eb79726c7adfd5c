using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Indexing;

/// <summary>Terms of a text that was analysed already, as the index's writer takes them: a field that it reads again for each document.</summary>
internal sealed class AnalyzedTerms : TokenStream
{
    private readonly ICharTermAttribute term;
    private IReadOnlyList<AnalyzedTerm> terms = [];
    private int first, end, next;

    public AnalyzedTerms() => term = AddAttribute<ICharTermAttribute>();

    public void Set(IReadOnlyList<AnalyzedTerm> all) => Set(all, 0, all.Count);

    /// <summary>The terms from the first up to but not with the end.</summary>
    public void Set(IReadOnlyList<AnalyzedTerm> all, int from, int to) => (terms, first, end) = (all, from, to);

    public override bool IncrementToken()
    {
        if (next == end) return false;
        // Nothing else of a token is ever set, so that nothing else is to be cleared.
        term.SetEmpty().Append(terms[next++].Term);
        return true;
    }

    /// <summary>Neither positions nor offsets are written: there is nothing to say of the end.</summary>
    public override void End()
    {
    }

    public override void Reset()
    {
        base.Reset();
        next = first;
    }
}
