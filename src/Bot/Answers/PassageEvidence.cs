using Bot.Mentions;
using Bot.Questions;

namespace Bot.Answers;

/// <summary>
/// What speaks for a passage as the answer to a question, each as a number (a feature); how much it counts is learned (RankedPassage). A share is by
/// the idf of the question's words. What moved nothing when it was taken out is not here any more (QUALITY.md).
/// </summary>
internal sealed class PassageEvidence
{
    /// <summary>What the wanted kind of answer adds to a sentence, as a share of a question word's usual weight.</summary>
    private const double TypeBonus = 0.3;

    /// <summary>What a word of a sentence is worth that only stands for one of the question's, beside that word itself.</summary>
    private const double RelatedWorth = 0.5;

    /// <summary>In the order of <see cref="Values"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "search score", "search score of another passage under the title", "reciprocal rank of the search",
        "question covered", "question covered in the sentence or title", "question covered in the sentence", "question covered as written",
        "names covered", "listed names covered", "numbers covered", "title covered by the question",
        "sentence score", "sentence score by the question", "sentence is the first", "sentence length", "sentence starts with the topic",
        "person in the sentence", "time in the sentence", "place in the sentence", "number in the sentence", "another person in the sentence", "wanted kind elsewhere",
        "days within those asked", "days apart from those asked", "no days where some are asked",
        "question covered by related words",
    ];

    private readonly AskedFor asked;

    /// <summary>By sentence.</summary>
    private readonly bool[] holds;

    /// <summary>By sentence.</summary>
    private readonly double[] scores;

    private PassageEvidence(TopicPassage passage, AskedFor asked)
    {
        (Passage, this.asked) = (passage, asked);
        (holds, scores) = (new bool[passage.Sentences.Count], new double[passage.Sentences.Count]);
        for (var i = 0; i < scores.Length; i++)
        {
            var sentence = passage.Sentences[i];
            holds[i] = AnswerTypeEvidence.Holds(passage, sentence, asked.Type);
            scores[i] = sentence.Score + RelatedWorth * asked.Terms.WeightOf(sentence.Related)
                + (holds[i] ? TypeBonus * asked.Terms.MeanWeight * (1 + Math.Sqrt(sentence.Matches.Count)) : 0);
        }
        BestAt = BestFrom(0);
    }

    public TopicPassage Passage { get; }

    /// <summary>The place of the sentence that answers best, from 0.</summary>
    public int BestAt { get; }

    public SentenceMatch Best => Passage.Sentences[BestAt];

    public double[] Values { get; private set; } = [];

    /// <summary>The question's words that only the title has, or the passage, or both.</summary>
    public uint Found { get; private set; }

    /// <summary>Of the title's words, those that the question has: from 0 to 1.</summary>
    public double TitleCovered { get; private set; }

    /// <summary>Of each passage, in the order of the search.</summary>
    public static List<PassageEvidence> Of(TopicHits hits, AskedFor asked, CorpusView corpus)
    {
        corpus.ReadTitles(hits.Passages.Select(passage => passage.Indexed.Briefing));
        var all = hits.Passages.Select(passage => new PassageEvidence(passage, asked)).ToList();
        var byTitle = all.ToLookup(one => corpus.TitleOf(one.Passage.Indexed.Briefing), StringComparer.Ordinal);
        for (var rank = 0; rank < all.Count; rank++)
        {
            var title = corpus.TitleOf(all[rank].Passage.Indexed.Briefing);
            // Passages come with falling scores: the first of the same title is the best of it.
            var other = byTitle[title].FirstOrDefault(one => one != all[rank]);
            all[rank].Weigh(rank, other?.Passage.Score ?? 0, title, corpus);
        }
        return all;
    }

    /// <summary>How well a sentence answers: its words, and whether it holds the kind of thing asked for.</summary>
    public double ScoreOf(int sentence) => scores[sentence];

    /// <summary>The place of the sentence that answers best from one on; of equal ones the first.</summary>
    public int BestFrom(int first)
    {
        var best = first;
        for (var i = first + 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best]) best = i;
        }
        return best;
    }

    private void Weigh(int rank, double other, string title, CorpusView corpus)
    {
        var (terms, total) = (asked.Terms, asked.Terms.TotalWeight);
        var titleTerms = Passage.Indexed.TitleTermsOf(title);
        var inTitle = TitleWords.Found(Passage.Indexed, terms, corpus);
        Found = Passage.Found | inTitle;
        TitleCovered = titleTerms.Count == 0 ? 0 : titleTerms.Count(term => terms.WordOf(term) >= 0) / (double)titleTerms.Count;
        var has = Holds(BestAt);
        var days = DayEvidence.Of(Passage.Indexed.Passage.Annotations.Times, asked.Days);
        Values =
        [
            Passage.Score / total, (other == 0 ? 0 : other - Passage.Score) / total, 1.0 / (rank + 1),
            terms.WeightOf(Found) / total, terms.WeightOf(Best.Found | inTitle) / total, terms.WeightOf(Best.Found) / total,
            terms.WeightOf(Passage.Written | inTitle) / total,
            asked.ShareOf(asked.Names, Found), asked.ShareOf(asked.ListedNames, Found), AskedFor.CountedShareOf(asked.Numbers, Found),
            TitleCovered,
            Best.Score, Best.Score / total, One(Best.Sentence == Passage.Sentences[0].Sentence), Math.Log(1 + Best.Sentence.Span.Length),
            One(Best.Matches.Count > 0 && Best.Matches[0].Start - Best.Sentence.Span.Start <= 4),
            One(has && asked.Type == AnswerType.Person), One(has && asked.Type is AnswerType.Time or AnswerType.Duration), One(has && asked.Type == AnswerType.Place),
            One(has && asked.Type == AnswerType.Number), One(asked.Type == AnswerType.Person && HasNewPerson(Best)),
            One(!has && holds.Contains(true)),
            One(days.Within), One(days.Apart), One(days.Unknown),
            terms.WeightOf(Passage.Related & ~Found) / total,
        ];
    }

    /// <summary>Whether a sentence has the kind of thing that was asked for; false where no kind was.</summary>
    public bool Holds(int sentence) => holds[sentence];

    private bool HasNewPerson(SentenceMatch sentence) => Passage.Indexed.Passage.MentionsIn(sentence.Sentence.Span)
        .Any(mention => mention.Type == EntityType.Person && !sentence.Matches.Any(match => match.Overlaps(mention.Span)));

    private static double One(bool isSo) => isSo ? 1 : 0;
}
