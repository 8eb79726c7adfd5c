using Bot.Mentions;
using Bot.Questions;
using Bot.Times;

namespace Bot.Answers;

/// <summary>Whether a sentence holds the kind of thing that was asked for, beside the words of the question themselves.</summary>
internal static class AnswerTypeEvidence
{
    public static bool Holds(TopicPassage passage, SentenceMatch sentence, AnswerType type)
    {
        var (source, span) = (passage.Indexed.Passage, sentence.Sentence.Span);
        return type switch
        {
            AnswerType.Person => source.MentionsIn(span).Any(mention => mention.Type != EntityType.Place && IsNew(mention.Span)),
            AnswerType.Place => source.MentionsIn(span).Any(mention => mention.Type == EntityType.Place && IsNew(mention.Span)),
            AnswerType.Time => source.TimesIn(span).Any(time => time.Type is TimeType.Date or TimeType.Time && IsNew(time.Span)),
            AnswerType.Duration => source.TimesIn(span).Any(time => time.Type == TimeType.Duration && IsNew(time.Span)),
            AnswerType.Number => passage.Words.AsSpan(span.Start - source.Span.Start, span.Length).ContainsAnyInRange('0', '9'),
            _ => false,
        };

        // "When did the April talks begin?" is not answered by "April".
        bool IsNew(Text.TextSpan found) => !sentence.Matches.Any(match => match.Overlaps(found));
    }
}
