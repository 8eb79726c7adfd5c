using Lucene.Net.Index;
using Lucene.Net.Util.Automaton;

namespace Bot.Indexing;

/// <summary>
/// The terms of a field that are spelled nearly like another: within so many steps, each a letter put in, left out, changed, or swapped with its neighbour
/// (a Levenshtein automaton, Schulz and Mihov 2002). The first letter must be right, which keeps the look-up short.
/// </summary>
internal static class NearTerms
{
    /// <summary>How many documents have each of them, deleted ones among them.</summary>
    /// <param name="term">Two letters or more; a shorter one has none near it.</param>
    /// <param name="most">Steps, 1 or 2.</param>
    public static Dictionary<string, int> Of(string term, int most, string field, IndexReader reader)
    {
        var near = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = char.IsHighSurrogate(term[0]) && term.Length > 1 ? 2 : 1;
        if (term.Length <= first) return near;
        var automaton = BasicOperations.Concatenate(
            BasicAutomata.MakeString(term[..first]), new LevenshteinAutomata(term[first..], withTranspositions: true).ToAutomaton(most));
        var compiled = new CompiledAutomaton(automaton, finite: true, simplify: false);
        foreach (var segment in reader.Leaves)
        {
            if (segment.AtomicReader.GetTerms(field) is not { } terms) continue;
            var found = compiled.GetTermsEnum(terms);
            while (found.MoveNext())
            {
                var text = found.Term.Utf8ToString();
                near[text] = near.GetValueOrDefault(text) + found.DocFreq;
            }
        }
        return near;
    }
}
