using Bot.Text;

namespace Bot.Answers;

/// <summary>How well one sentence of a passage speaks of the question.</summary>
/// <param name="Matches">The spans of the question's words in it, in text order.</param>
/// <param name="Found">Bit i is set when the question's word i stands in it.</param>
/// <param name="Written">Of them those that stand in it as they were asked, and not only in another form.</param>
/// <param name="Related">The same for words that only stand in it by another of the same meaning or root (RelatedTerms).</param>
/// <param name="Score">BM25 of the sentence's own words, with a bonus for words that stand together as asked.</param>
internal readonly record struct SentenceMatch(Sentence Sentence, IReadOnlyList<TextSpan> Matches, uint Found, uint Written, uint Related, double Score);
