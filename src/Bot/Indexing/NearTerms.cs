using Bot.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Lucene.Net.Util.Automaton;

namespace Bot.Indexing;

/// <summary>
/// The terms of a field that are spelled nearly like another, and how many documents have each, deleted ones among them. The first letter must be right,
/// which keeps the look-up short.
/// </summary>
internal static class NearTerms
{
    /// <summary>
    /// Those a letter off: put in, left out, changed, or swapped with its neighbour (a Levenshtein automaton, Schulz and Mihov 2002).
    /// </summary>
    /// <param name="term">Two letters or more; a shorter one has none near it.</param>
    public static Dictionary<string, int> OneLetterOff(string term, string field, IndexReader reader)
    {
        var near = new Dictionary<string, int>(StringComparer.Ordinal);
        var first = FirstLetter(term);
        if (term.Length <= first) return near;
        var automaton = BasicOperations.Concatenate(
            BasicAutomata.MakeString(term[..first]), new LevenshteinAutomata(term[first..], withTranspositions: true).ToAutomaton(1));
        var compiled = new CompiledAutomaton(automaton, finite: true, simplify: false);
        foreach (var terms in Dictionaries(field, reader))
        {
            var found = compiled.GetTermsEnum(terms);
            while (found.MoveNext()) Add(near, found.Term.Utf8ToString(), found.DocFreq);
        }
        return near;
    }

    /// <summary>
    /// Those two letters off that may yet be meant (<see cref="Misspelling"/>): one letter stands elsewhere, or only the ending differs. They are few
    /// enough to be looked up one by one: an automaton of two steps took ten times as long to make.
    /// </summary>
    public static Dictionary<string, int> LetterMovedOrOtherEnding(string term, string field, IndexReader reader)
    {
        var near = new Dictionary<string, int>(StringComparer.Ordinal);
        var moved = Misspelling.WithLetterMoved(term, FirstLetter(term)).Select(word => (word, new BytesRef(word))).ToList();
        var stem = Misspelling.StemOf(term);
        foreach (var terms in Dictionaries(field, reader).Select(terms => terms.GetEnumerator()))
        {
            foreach (var (word, bytes) in moved)
            {
                if (terms.SeekExact(bytes)) Add(near, word, terms.DocFreq);
            }
            if (stem is null || terms.SeekCeil(new BytesRef(stem)) == TermsEnum.SeekStatus.END) continue;
            do
            {
                var text = terms.Term.Utf8ToString();
                if (!text.StartsWith(stem, StringComparison.Ordinal)) break;
                if (Misspelling.IsOtherEnding(term, text)) Add(near, text, terms.DocFreq);
            }
            while (terms.MoveNext());
        }
        return near;
    }

    /// <summary>UTF-16 code units of the first letter.</summary>
    private static int FirstLetter(string term) => char.IsHighSurrogate(term[0]) && term.Length > 1 ? 2 : 1;

    private static IEnumerable<Terms> Dictionaries(string field, IndexReader reader) =>
        reader.Leaves.Select(segment => segment.AtomicReader.GetTerms(field)).OfType<Terms>();

    private static void Add(Dictionary<string, int> near, string term, int documents) => near[term] = near.GetValueOrDefault(term) + documents;
}
