using System.Numerics;
using Bot.Mentions;
using Bot.Questions;
using Bot.Text;
using Bot.Times;

namespace Bot.Answers;

/// <summary>What a question asks for beside its words: a kind of answer, names, numbers, days. Words are bits, as in QuestionTerms.</summary>
internal sealed class AskedFor
{
    /// <summary>Before it stand Latin letters with whatever marks; after it Greek, Cyrillic and all others.</summary>
    private const char FirstOtherLetter = '\u0370';

    public AskedFor(Question question, QuestionTerms terms)
    {
        Type = question.Type;
        Terms = terms;
        Names = terms.Names;
        ListedNames = terms.WordsThat(IsListedName);
        HasCapitals = question.Text.Any(char.IsUpper);
        IsInOtherLetters = question.Text.Any(letter => letter >= FirstOtherLetter && char.IsLetter(letter));
        Numbers = terms.WordsThat(word => word.AsSpan().ContainsAnyInRange('0', '9'));
        Days = DayEvidence.Hull(TimeExpressionFinder.Find(SentenceSplitter.Split(question.Text, LanguageGuesser.Guess(question.Text)), documentDate: null));
    }

    public AnswerType Type { get; }

    public QuestionTerms Terms { get; }

    /// <summary>Words with a capital.</summary>
    public uint Names { get; }

    /// <summary>Words that the word lists know as names and as nothing else, also in small letters.</summary>
    public uint ListedNames { get; }

    public uint Numbers { get; }

    public bool HasCapitals { get; }

    /// <summary>Letters that are not Latin.</summary>
    public bool IsInOtherLetters { get; }

    /// <summary>From the first to the last day that the question names; null where it names none that are known.</summary>
    public DayInterval? Days { get; }

    /// <summary>Of the names, those that no briefing in scope has, or only somebody's who is spelled nearly alike.</summary>
    public uint NamesUnknown(CorpusView corpus)
    {
        var unknown = Names & Terms.NamesOfOthers;
        for (var i = 0; i < Terms.Words.Count; i++)
        {
            if ((Names & (1u << i)) != 0 && !corpus.Index.Has(Terms.Words[i], corpus.Scope)) unknown |= 1u << i;
        }
        return unknown;
    }

    /// <summary>Of some words, by weight, those that were found: from 0 to 1; 0 where there are none.</summary>
    public double ShareOf(uint words, uint found) => words == 0 ? 0 : Terms.WeightOf(found & words) / Terms.WeightOf(words);

    /// <summary>The same with each word counting alike.</summary>
    public static double CountedShareOf(uint words, uint found) => words == 0 ? 0 : BitOperations.PopCount(found & words) / (double)BitOperations.PopCount(words);

    private static bool IsListedName(string word)
    {
        var kinds = Lexicon.Of(word.ToLowerInvariant());
        return (kinds & WordKinds.Name) != 0 && (kinds & WordKinds.Common) == 0;
    }
}
