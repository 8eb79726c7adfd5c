using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>Ukrainian stop words and endings.</summary>
internal static class UkrainianWords
{
    private const int ShortestStem = 3;

    // Nouns, adjectives and verbs: cases, numbers, genders and the commonest tenses. Longest first.
    private static readonly string[] Endings =
    [
        "ілися", "ілася", "ілося", "илися", "илася", "илося", "алися", "алася", "алося", "івся", "ився",
        "уватися", "ювалися", "увалися", "ювався", "увався", "ватися", "ться",
        "ування", "ювання", "ються", "ється", "ами", "ями", "ові", "еві", "єві", "ого", "ому", "ими", "іми", "їми", "ієї", "ією",
        "ати", "яти", "ити", "іти", "ути", "ала", "али", "ало", "ила", "или", "ило", "іла", "іли", "іло", "ють", "уть", "ять", "ать", "ить", "еть", "ємо", "имо", "емо",
        "ах", "ях", "ам", "ям", "ів", "їв", "ею", "єю", "ою", "ий", "ій", "им", "їм", "их", "їх", "ої", "ій", "ую", "юю", "ає", "яє", "ує", "ює",
        "ав", "яв", "ив", "ів", "ом", "ем", "єм", "ся", "сь", "ті", "ти",
        "а", "я", "о", "е", "є", "у", "ю", "и", "і", "ї", "й", "ь",
    ];

    public static CharArraySet StopWords { get; } = new(LuceneVersion.LUCENE_48, """
        і й та або але а що як це цей ця ці той та те ті у в на з зі із до від за про для по при над під між через після перед без
        не ні ж же б би чи так вже ще лише тільки дуже є був була було були буде будуть бути він вона воно вони я ти ми ви його її їх їм
        йому нього неї них свій своя своє свої який яка яке які якого яким коли де тому тож також
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), ignoreCase: true);

    /// <summary>
    /// Takes the longest known inflectional ending off a word, down to a stem of three letters. Light on purpose: a stem that joins
    /// two words of different meaning costs more than a form that is missed.
    /// </summary>
    public static ReadOnlySpan<char> WithoutEnding(ReadOnlySpan<char> term)
    {
        var word = term.ContainsAny('\'', '’', 'ʼ') ? string.Concat(term.ToString().Split(['\'', '’', 'ʼ'])) : term;
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending)) return word[..^ending.Length];
        }
        return word;
    }
}
