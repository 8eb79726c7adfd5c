using Bot.Indexing;

namespace Bot.Answers;

/// <summary>Which of the question's words a passage's title has: they count as known there, though no sentence repeats them.</summary>
internal static class TitleWords
{
    /// <returns>Bit i is set for the question's word i.</returns>
    public static uint Found(IndexedPassage passage, QuestionTerms question, CorpusView corpus)
    {
        var found = 0u;
        foreach (var term in passage.TitleTermsOf(corpus.TitleOf(passage.Briefing)))
        {
            if (question.WordOf(term) is >= 0 and var word) found |= 1u << word;
        }
        return found;
    }
}
