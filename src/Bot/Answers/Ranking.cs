using System.Buffers;

namespace Bot.Answers;

/// <summary>
/// Snippets in the order they are shown: what says something new before what only says it again elsewhere, each best first. So a limit cuts
/// repeats first. What must not be shown comes last; the writer leaves it out.
/// </summary>
internal sealed class Ranking
{
    private static readonly SearchValues<char> OtherBlanks = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(letter => (char)letter).Where(letter => letter != ' ' && char.IsWhiteSpace(letter))]);

    private readonly Dictionary<Snippet, Snippet> firstOf;
    private readonly Dictionary<Snippet, int> repeats;

    private Ranking(IReadOnlyList<Snippet> snippets, Dictionary<Snippet, Snippet> firstOf, Dictionary<Snippet, int> repeats)
    {
        Snippets = snippets;
        this.firstOf = firstOf;
        this.repeats = repeats;
    }

    public IReadOnlyList<Snippet> Snippets { get; }

    /// <summary>True when the words of any must not be shown: then no count of them is right.</summary>
    public bool HasWithheld => firstOf.Count < Snippets.Count;

    /// <summary>The best snippet that says the same; itself where none does.</summary>
    public Snippet FirstOf(Snippet snippet) => firstOf.GetValueOrDefault(snippet, snippet);

    /// <summary>How many others say the same.</summary>
    public int RepeatsOf(Snippet snippet) => repeats.GetValueOrDefault(FirstOf(snippet));

    /// <summary>How many different things they say.</summary>
    public int Distinct(IEnumerable<Snippet> snippets) => snippets.Select(FirstOf).Distinct().Count();

    /// <summary>Words are the same when nothing but white space tells them apart; whoever says others says something else.</summary>
    /// <param name="bestFirst">None twice.</param>
    /// <param name="meaning">What the words mean where they stand, if the same words may mean different things there; null for their words alone.</param>
    /// <param name="repeatCost">
    /// What a repeat is ranked below its score; a second repeat twice that, and so on, so that few of them come before what is somewhat worse.
    /// Null: all repeats come last, whatever their scores.
    /// </param>
    public static Ranking Of(IEnumerable<Snippet> bestFirst, CorpusView corpus, Func<Snippet, string>? meaning = null, double? repeatCost = null)
    {
        var (shown, withheld) = (new List<(Snippet Snippet, double Worth)>(), new List<Snippet>());
        var repeats = new Dictionary<Snippet, int>();
        var firstSaying = new Dictionary<(string Words, string? Speaker, string? Meaning), Snippet>();
        var firstOf = new Dictionary<Snippet, Snippet>();
        foreach (var snippet in bestFirst)
        {
            if (corpus.WordsOf(snippet.Source) is not { } passage)
            {
                withheld.Add(snippet);
                continue;
            }
            var said = (Collapsed(snippet.Span.RelativeTo(snippet.Source.Passage.Span.Start).Slice(passage).ToString()), snippet.Speaker, meaning?.Invoke(snippet));
            var first = firstSaying.TryAdd(said, snippet) ? snippet : firstSaying[said];
            firstOf.Add(snippet, first);
            repeats[first] = repeats.GetValueOrDefault(first, -1) + 1;
            shown.Add((snippet, WorthOf(snippet, repeats[first])));
        }
        return new Ranking([.. shown.OrderByDescending(one => one.Worth).Select(one => one.Snippet), .. withheld], firstOf, repeats);

        double WorthOf(Snippet snippet, int repeated) =>
            repeatCost is { } cost ? snippet.Score - cost * repeated : repeated == 0 ? 1 : 0;
    }

    private static string Collapsed(string words) =>
        IsCollapsed(words) ? words : string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True for most sentences: single blanks between words, and no other white space.</summary>
    private static bool IsCollapsed(string words) => words.Length > 0 && words[0] != ' ' && words[^1] != ' '
        && !words.AsSpan().ContainsAny(OtherBlanks) && !words.Contains("  ", StringComparison.Ordinal);
}
