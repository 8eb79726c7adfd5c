using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Bot.Indexing;

/// <summary>A step of an analyzer that gives terms another form, and leaves all else of them as it is.</summary>
internal sealed class ReshapedTerms : TokenFilter
{
    private readonly Reshape reshape;
    private readonly ICharTermAttribute term;

    public ReshapedTerms(TokenStream input, Reshape reshape)
        : base(input)
    {
        this.reshape = reshape;
        term = AddAttribute<ICharTermAttribute>();
    }

    /// <summary>The form of a term: a part of it, or other letters; the term itself where it stays as it is.</summary>
    public delegate ReadOnlySpan<char> Reshape(ReadOnlySpan<char> term);

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken()) return false;
        var old = term.Buffer.AsSpan(0, term.Length);
        var reshaped = reshape(old);
        if (old != reshaped) term.SetEmpty().Append(reshaped.ToString());
        return true;
    }
}
