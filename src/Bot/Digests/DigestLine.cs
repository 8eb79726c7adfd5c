using Bot.Answers;
using Bot.Indexing;
using Bot.Text;

namespace Bot.Digests;

/// <summary>A sentence that tells of a briefing, by where it stands in one snapshot: the passages themselves would fill the memory.</summary>
/// <param name="Passage">The document of its passage.</param>
/// <param name="Matches">What of it a topic asks for.</param>
/// <param name="Topic">How much of a topic it has, from 0 to 1.</param>
/// <param name="Words">The sentence, as it was checked.</param>
internal sealed record DigestLine(int Passage, TextSpan Sentence, IReadOnlyList<TextSpan> Matches, double Topic, string Words)
{
    public Snippet In(IndexSnapshot index) => new(index.PassageAt(Passage), Sentence, Topic, Matches);
}
