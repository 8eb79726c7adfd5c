using System.Buffers;

namespace Bot.Text;

/// <summary>
/// Cuts a text into sentences by rules: a paragraph ends one, and so does a terminal mark with its closing quotes when what
/// follows can begin one. Sentences within a quotation are sentences of their own. A run of text that has none of these is cut at
/// white space, so that no sentence is longer than <see cref="LongestSentence"/>.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>UTF-16 code units. Longer "sentences" are tables and lists; whole they would fill any reply.</summary>
    public const int LongestSentence = 800;

    private static readonly SearchValues<char> Terminals = SearchValues.Create(".!?…。！？؟।");

    public static Prose Split(string text, string language) => Split(text, new TextSpan(0, text.Length), language);

    public static Prose Split(string text, TextSpan body, string language)
    {
        var sentences = new List<Sentence>(body.Length / 120 + 1);
        var paragraphs = 0;
        foreach (var paragraph in ParagraphSplitter.Split(text, body))
        {
            AddSentences(text, paragraph, paragraphs, language, sentences);
            paragraphs++;
        }
        return new Prose(text, sentences, language);
    }

    private static void AddSentences(string text, TextSpan paragraph, int number, string language, List<Sentence> sentences)
    {
        var start = paragraph.Start;
        for (var at = start; text.AsSpan(at, paragraph.End - at).IndexOfAny(Terminals) is >= 0 and var words;)
        {
            var mark = at + words;
            at = AfterClosers(text, mark + 1, paragraph.End);
            if (EndsSentence(text, mark, at, paragraph, language)) start = Add(text, start, at, number, sentences);
        }
        Add(text, start, paragraph.End, number, sentences);
    }

    private static int Add(string text, int start, int end, int number, List<Sentence> sentences)
    {
        var next = end;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        while (end - start > LongestSentence)
        {
            var cut = CutBefore(text, start, start + LongestSentence);
            sentences.Add(new Sentence(TrimEnd(text, start, cut), number));
            start = cut;
            while (start < end && char.IsWhiteSpace(text[start])) start++;
        }
        if (start < end) sentences.Add(new Sentence(new TextSpan(start, end), number));
        return next;
    }

    /// <summary>The best place to cut before <paramref name="limit"/>: after a semicolon, else at white space, else between characters.</summary>
    private static int CutBefore(string text, int start, int limit)
    {
        var half = start + (limit - start) / 2;
        for (var at = limit - 1; at > half; at--) if (text[at] == ';') return at + 1;
        for (var at = limit - 1; at > half; at--) if (char.IsWhiteSpace(text[at])) return at;
        return char.IsLowSurrogate(text[limit]) ? limit - 1 : limit;
    }

    private static TextSpan TrimEnd(string text, int start, int end)
    {
        while (end > start + 1 && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    private static bool IsTerminal(char c) => Terminals.Contains(c);

    private static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '“' or '‘' or '›' or '」' or '』' or '）';

    private static bool IsOpener(char c) => c is '"' or '\'' or '“' or '‘' or '«' or '(' or '[' or '„' or '‚' or '‹' or '「' or '『' or '（' or '—' or '–' or '-' or '¿' or '¡';

    /// <summary>Past further terminal marks ("?!", "...") and the quotes and brackets that close with them.</summary>
    private static int AfterClosers(string text, int at, int limit)
    {
        while (at < limit && IsTerminal(text[at])) at++;
        while (at < limit && IsCloser(text[at])) at++;
        return at;
    }

    private static bool EndsSentence(string text, int mark, int end, TextSpan paragraph, string language)
    {
        if (end >= paragraph.End) return true;
        if (text[mark] is '。' or '！' or '？') return true;
        if (!char.IsWhiteSpace(text[end])) return false;
        var next = end;
        while (next < paragraph.End && char.IsWhiteSpace(text[next])) next++;
        if (next >= paragraph.End) return true;
        var first = next;
        while (first < paragraph.End && IsOpener(text[first])) first++;
        if (first >= paragraph.End || char.IsLower(text[first])) return false;
        if (text[mark] != '.' || (mark > paragraph.Start && text[mark - 1] == '.') || text[mark + 1] == '.') return true;
        return !IsAbbreviation(text, mark, first, hasQuote: first > next || end > mark + 1, paragraph, language);
    }

    private static bool IsAbbreviation(string text, int stop, int next, bool hasQuote, TextSpan paragraph, string language)
    {
        var start = stop;
        while (start > paragraph.Start && (char.IsLetterOrDigit(text[start - 1]) || (text[start - 1] is '.' or '-' && start < stop))) start--;
        if (start == stop) return false;
        var word = text[start..stop];
        var nextWord = WordAt(text, next, paragraph.End);
        if (char.IsDigit(word[^1]))
        {
            // "5. Mai 2022"; but "in 1991. Mai ..." ends: a day has two digits at most.
            return word.Length <= 2 && Abbreviations.IsMonthAfterOrdinal(nextWord);
        }
        if (Abbreviations.NeverEndsSentence(word, language)) return word.Length > 1 || !char.IsLower(word[0]) || !hasQuote;
        // An initial: "J. Smith", "C. S. Lewis". A lone "I" is the pronoun far more often: "So did I."
        if (word.Length == 1) return char.IsUpper(word[0]) && !(word[0] == 'I' && Abbreviations.IsSentenceStarter(nextWord));
        return Abbreviations.MayEndSentence(word) && !hasQuote && !Abbreviations.IsSentenceStarter(nextWord);
    }

    private static string WordAt(string text, int start, int limit)
    {
        var end = start;
        while (end < limit && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’')) end++;
        return text[start..end].Replace('’', '\'');
    }
}
