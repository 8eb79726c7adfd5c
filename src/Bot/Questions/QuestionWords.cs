using System.Collections.Frozen;

namespace Bot.Questions;

/// <summary>The words that make a question of a statement, by language: they are asked with, never asked for.</summary>
internal static class QuestionWords
{
    public static bool IsQuestionWord(string word) => All.Contains(word);

    /// <summary>
    /// Whether a word in small letters only asks for a kind of answer: "happen" in "Where did it happen?", "last" in "How long did the talks last?". "Take" does so before
    /// "place" alone (QuestionParser).
    /// </summary>
    public static bool IsAskedWith(string word, AnswerType type) => AskedWith.TryGetValue(type, out var words) && words.Contains(word);

    /// <summary>
    /// Openings that tell the kind of answer, the longest first: "how long" before "how". Matched at the question's start, after a
    /// preposition or a conjunction at most, and for the wh-words anywhere ("In which year ...").
    /// </summary>
    public static IReadOnlyList<(IReadOnlyList<string> Words, AnswerType Type)> Openings { get; } =
    [.. new (string Words, AnswerType Type)[]
    {
        ("how long", AnswerType.Duration), ("how many", AnswerType.Number), ("how much", AnswerType.Number), ("how often", AnswerType.Time),
        ("how old", AnswerType.Number), ("how far", AnswerType.Number), ("how tall", AnswerType.Number), ("how big", AnswerType.Number),
        ("how large", AnswerType.Number), ("how high", AnswerType.Number),
        ("what year", AnswerType.Time), ("which year", AnswerType.Time), ("what date", AnswerType.Time), ("what day", AnswerType.Time),
        ("which day", AnswerType.Time), ("what month", AnswerType.Time), ("which month", AnswerType.Time), ("what time", AnswerType.Time),
        ("what century", AnswerType.Time), ("what decade", AnswerType.Time), ("since when", AnswerType.Time),
        ("what percentage", AnswerType.Number), ("what percent", AnswerType.Number), ("what number", AnswerType.Number),
        ("what city", AnswerType.Place), ("which city", AnswerType.Place), ("what country", AnswerType.Place), ("which country", AnswerType.Place),
        ("what state", AnswerType.Place), ("what town", AnswerType.Place), ("what place", AnswerType.Place), ("what location", AnswerType.Place),
        ("what person", AnswerType.Person), ("which person", AnswerType.Person),
        ("who", AnswerType.Person), ("whom", AnswerType.Person), ("whose", AnswerType.Person), ("when", AnswerType.Time), ("where", AnswerType.Place),
        ("как долго", AnswerType.Duration), ("сколько времени", AnswerType.Duration), ("сколько", AnswerType.Number), ("кто", AnswerType.Person),
        ("кого", AnswerType.Person), ("кому", AnswerType.Person), ("чей", AnswerType.Person), ("когда", AnswerType.Time), ("в каком году", AnswerType.Time),
        ("где", AnswerType.Place), ("куда", AnswerType.Place), ("хто", AnswerType.Person), ("коли", AnswerType.Time), ("де", AnswerType.Place),
        ("скільки", AnswerType.Number), ("wer", AnswerType.Person), ("wem", AnswerType.Person), ("wann", AnswerType.Time), ("wo", AnswerType.Place),
        ("wie viele", AnswerType.Number), ("wie lange", AnswerType.Duration), ("qui", AnswerType.Person), ("quand", AnswerType.Time),
        ("où", AnswerType.Place), ("combien", AnswerType.Number), ("quién", AnswerType.Person), ("cuándo", AnswerType.Time),
        ("dónde", AnswerType.Place), ("cuántos", AnswerType.Number), ("cuántas", AnswerType.Number),
        ("quien", AnswerType.Person), ("cuando", AnswerType.Time), ("donde", AnswerType.Place), ("cuantos", AnswerType.Number), ("cuantas", AnswerType.Number),
    }.Select(opening => ((IReadOnlyList<string>)opening.Words.Split(' '), opening.Type))];

    private static readonly FrozenDictionary<AnswerType, FrozenSet<string>> AskedWith = new (AnswerType Type, string Words)[]
    {
        (AnswerType.Place, "happen happened happening occur occurred"),
        (AnswerType.Time, "happen happened happening occur occurred"),
        (AnswerType.Duration, "long last lasted take took"),
    }.ToFrozenDictionary(entry => entry.Type, entry => entry.Words.Split(' ').ToFrozenSet(StringComparer.Ordinal));

    private static readonly FrozenSet<string> All = """
        who whom whose what which when where why how did do does done doing has have had is are was were am be been being can could would
        should shall will may might must many much there any anyone anybody anything some someone somebody something all also kind type sort called named i me my we us our you your tell give show name please say says
        кто кого кому кем чей чья чьё чьи что чего чему чем какой какая какое какие каком какую каким каких какого какому когда где куда откуда
        почему зачем как сколько ли был была было были есть
        хто кого що який яка яке які коли де куди звідки чому як скільки чи
        wer wen wem wessen was welche welcher welches welchen welchem wann wo wohin woher warum weshalb wie viele viel hat haben ist sind war waren
        qui que quoi quel quelle quels quelles quand où pourquoi comment combien est-ce
        quién quiénes qué cuál cuáles cuándo dónde cómo cuánto cuántos cuántas quien quienes cual cuales cuando donde cuanto cuantos cuantas
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
