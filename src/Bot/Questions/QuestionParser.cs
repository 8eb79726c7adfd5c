using Bot.Chat;
using Bot.Text;
using Bot.Times;

namespace Bot.Questions;

/// <summary>Reads a command's words as a question: what they are about, and what kind of answer is wanted.</summary>
internal static class QuestionParser
{
    /// <summary>A free question: its kind of answer is told by its question words.</summary>
    public static Question Parse(string text, Scope scope)
    {
        var type = TypeOf(text);
        return new Question(text, TopicOf(text, word => IsQuestionWord(word) || QuestionWords.IsAskedWith(word, type)), type, Period: null, scope);
    }

    /// <summary>The topic of a command that itself says what is wanted: "/when" a time, "/where" a place. A name stays whole: "Do", "Can" and "May" are names.</summary>
    public static Question Parse(string topic, AnswerType wanted, DayInterval? period, Scope scope) =>
        new(topic, wanted == AnswerType.Person ? topic : TopicOf(topic, IsQuestionWord), wanted, period, scope);

    private static string TopicOf(string text, Func<string, bool> isLeftOut)
    {
        var words = Tokenizer.Tokenize(text)
            .Where(token => token.Kind != TokenKind.Punctuation)
            .Select(token => token.Slice(text).ToString())
            .Where(word => !isLeftOut(word))
            .ToList();
        // "Where did the talks take place?"
        if (words.Count > 2 && words[^1] == "place" && words[^2] is "take" or "taken" or "taking") words.RemoveRange(words.Count - 2, 2);
        return words.Count > 0 ? string.Join(' ', words) : text;
    }

    // "May" and "Will" are a month and a name where they are written with a capital; so are "US" and "WHO" in capitals.
    private static bool IsQuestionWord(string word) =>
        QuestionWords.IsQuestionWord(word)
        && !(word.Length > 1 && word.All(char.IsUpper))
        && word is not ("May" or "Will" or "Might" or "Must");

    private static AnswerType TypeOf(string text)
    {
        var words = Tokenizer.Tokenize(text).Where(token => token.Kind != TokenKind.Punctuation).ToList();
        // At the start a wh-word always asks. Later it may be a relative pronoun ("the man who ..."): there it asks only after a preposition.
        var places = words.Count > 0 && words[0].Slice(text).Length <= 4 ? 2 : 1;
        for (var i = 0; i < places; i++)
        {
            foreach (var (opening, type) in QuestionWords.Openings)
            {
                if (StartsWith(text, words, i, opening)) return type;
            }
        }
        return AnswerType.Any;
    }

    private static bool StartsWith(string text, List<Token> words, int at, IReadOnlyList<string> opening)
    {
        foreach (var part in opening)
        {
            if (at >= words.Count || !words[at++].Is(text, part)) return false;
        }
        return true;
    }
}
