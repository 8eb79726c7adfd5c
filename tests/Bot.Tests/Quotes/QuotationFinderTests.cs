using Bot.Quotes;
using Bot.Text;
using CsCheck;

namespace Bot.Tests.Quotes;

public class QuotationFinderTests
{
    [Theory]
    [InlineData("“We must talk,” Haass said.", "Richard Haass: “We must talk,”", "name and verb behind")]
    [InlineData("“We must talk,” said Haass, president of the Council.", "Richard Haass: “We must talk,”", "verb and name behind")]
    [InlineData("Haass said: “We must talk.”", "Richard Haass: “We must talk.”", "name and verb before")]
    [InlineData("In Minsk, Haass, president of the Council, told reporters, “We must talk.”", "Richard Haass: “We must talk.”", "over an insertion")]
    [InlineData("“We must talk,” Haass said. “We have no other way.”", "Richard Haass: “We must talk,”|Richard Haass: “We have no other way.”", "the second inherits")]
    [InlineData("“We must,” Haass said, “talk to them.”", "Richard Haass: “We must,”|Richard Haass: “talk to them.”", "one sentence in two parts")]
    [InlineData("Haass met Lavrov. “We must talk,” he said.", "Richard Haass: “We must talk,”", "a pronoun is the topic, not the nearest")]
    [InlineData("Haass was blunt. “We must talk to them.”", "Richard Haass: “We must talk to them.”", "the person before, in its paragraph")]
    [InlineData("“We must talk to them at once.”", "?: “We must talk to them at once.”", "nobody is told")]
    [InlineData("Haass said the talks were “very useful”.", "Richard Haass: the talks were “very useful”|Richard Haass: “very useful”", "a partial quotation within its clause")]
    [InlineData("The ‘behind the scenes’ meeting saw Lavrov.", "", "irony in single marks")]
    [InlineData("Haass wrote “The World: A Brief Introduction” in 2020.", "Richard Haass: “The World: A Brief Introduction”", "what a writer wrote cannot be told from what was said")]
    [InlineData("A copy of “The World” lay near Haass.", "", "a title")]
    [InlineData("“Talks could begin this autumn” — Haass, July 6, 2023", "", "a list of what was read")]
    [InlineData("Lavrov knew the rule (“use it or lose it at once”).", "", "a gloss")]
    [InlineData("Lavrov left what Haass called “a disaster”.", "Richard Haass: “a disaster”", "a name that somebody gives")]
    [InlineData("‘I will go,’ said Lavrov. ‘The boys’ mother left,’ Haass replied.", "Sergey Lavrov: “I will go,”|Richard Haass: “The boys’ mother left,”", "a possessive closes nothing")]
    [InlineData("Haass said: \"He told me ‘go away’ and left.\"", "Richard Haass: “He told me ‘go away’ and left.”", "the inner one belongs to the outer")]
    [InlineData("Haass said: “We must talk.\n\n“And soon.”\n\nLavrov left.", "Richard Haass: “We must talk.”|Richard Haass: “And soon.”", "each paragraph reopens")]
    [InlineData("Haass said: “We must talk. Lavrov left. Nothing was closed.", "Richard Haass: “We must talk.”", "a lost mark costs a sentence")]
    [InlineData("“We must talk to them all.” — Haass", "Richard Haass: “We must talk to them all.”", "signed")]
    [InlineData("“The talks go on,” Haass told reporters in New York.", "Richard Haass: “The talks go on,”", "the person told behind it")]
    [InlineData("“The talks go on,” Haass told CNN on Friday.", "Richard Haass: “The talks go on,”", "or whom he told by name")]
    [InlineData("“The talks,” Haass told a news conference, “go on at once.”", "Richard Haass: “The talks,”|Richard Haass: “go on at once.”", "and goes on")]
    [InlineData("In the words of Haass, “nobody wins”.", "Richard Haass: “nobody wins”", "a source without a verb")]
    [InlineData("Haass said:\n\n“We must talk.”", "Richard Haass: “We must talk.”", "led to from the paragraph before")]
    [InlineData("Asked by Haass, the former minister, Sergey Lavrov, said: “No.”", "Sergey Lavrov: “No.”", "the name beside the description")]
    public void A_quotation_has_the_speaker_a_reader_would_name(string text, string expected, string reason) => AssertFound(text, expected, reason);

    [Theory]
    [InlineData("Haass said that talks could begin.", "Richard Haass: talks could begin", "with that")]
    [InlineData("Haass said talks could begin.", "Richard Haass: talks could begin", "without that")]
    [InlineData("Talks could begin, Haass said on Friday.", "Richard Haass: Talks could begin", "behind what was said")]
    [InlineData("The talks, Haass said, were useful.", "Richard Haass: The talks, Haass said, were useful", "within what was said")]
    [InlineData("Talks could begin, according to Haass.", "Richard Haass: Talks could begin", "according to, behind")]
    [InlineData("Meanwhile, according to Haass, talks could begin.", "Richard Haass: talks could begin", "according to, before")]
    [InlineData("Haass told Lavrov on Monday that talks could begin.", "Richard Haass: talks could begin", "not who was told")]
    [InlineData("Haass, who met Lavrov, warned that it was late.", "Richard Haass: it was late", "not who stands nearest")]
    [InlineData("A spokesman for Lavrov said it was late.", "A spokesman for Lavrov: it was late", "not whose spokesman")]
    [InlineData("Lavrov’s spokesman said it was late.", "Lavrov’s spokesman: it was late", "nor in the genitive")]
    [InlineData("Haass said it was late, adding that Lavrov had left.", "Richard Haass: it was late|Richard Haass: Lavrov had left", "a participle has the same subject")]
    [InlineData("Haass said it was late, but Lavrov insisted that it was early.", "Richard Haass: it was late|Sergey Lavrov: it was early", "two who disagree")]
    [InlineData("Haass has urged Lavrov to stop.", "Richard Haass: Lavrov to stop", "what somebody shall do")]
    [InlineData("Haass accused Lavrov of delay.", "Richard Haass: accused Lavrov of delay", "what somebody has done")]
    [InlineData("Lavrov met Haass and called for talks.", "Sergey Lavrov: called for talks", "whose verb it is, not who stands nearest")]
    [InlineData("Talks have begun, according to Haass, president of the Council.", "Richard Haass: Talks have begun", "an apposition behind the source")]
    [InlineData("The talks, according to Haass, have begun.", "Richard Haass: The talks, according to Haass, have begun", "around the source")]
    [InlineData("Haass didn’t say that talks had begun.", "", "nothing was said, with an apostrophe")]
    [InlineData("Haass is sure that talks will begin.", "Richard Haass: talks will begin", "an adjective that reports")]
    [InlineData("It was reported that talks had begun.", "?: talks had begun", "nobody is told")]
    [InlineData("Talks have begun. This was reported by Haass.", "Richard Haass: Talks have begun", "the sentence before")]
    [InlineData("Haass did not say whether talks had begun.", "", "nothing was said")]
    [InlineData("I think that talks could begin.", "", "the author is no speaker")]
    [InlineData("The claims of Lavrov report nothing.", "", "nouns that look like verbs")]
    [InlineData("Haass continued to give lectures.", "", "no clause behind")]
    [InlineData("It means that talks could begin.", "", "nobody speaks")]
    [InlineData("Haass said the talks began.", "Richard Haass: the talks began", "without that, and without an auxiliary")]
    [InlineData("Haass added support for Lavrov, which has grown.", "", "an object, and a verb of its own clause")]
    [InlineData("Other reports suggested that talks could begin.", "Other reports: talks could begin", "a noun before the verb")]
    [InlineData("Haass saw a table that can be moved.", "", "a relative clause")]
    [InlineData("Neither Haass nor Lavrov said that talks could begin.", "", "nobody said so")]
    [InlineData("It has been shown that talks could begin.", "", "a fact, not what somebody said")]
    [InlineData("The talks, said Haass, were useful.", "Richard Haass: The talks, said Haass, were useful", "inserted, the verb first")]
    [InlineData("Talks will begin soon, Haass announced on Friday.", "Richard Haass: Talks will begin soon", "a verb that takes a quotation")]
    [InlineData("Haass came to the conclusion that talks could begin.", "Richard Haass: talks could begin", "a noun, and whose verb stands before it")]
    [InlineData("Lavrov rejected Haass’s claim that talks could begin.", "Richard Haass: talks could begin", "a noun, and whose it is")]
    [InlineData("The belief that talks could begin is old.", "", "a noun of nobody")]
    [InlineData("And the minister, Sergey Lavrov, he said that talks could begin.", "Sergey Lavrov: talks could begin", "a pronoun takes the name up")]
    [InlineData("Haass denied this:\n\nTalks never began. Nobody came.\n\nLavrov left.", "Richard Haass: Talks never began. Nobody came", "set off without marks")]
    [InlineData("Haass is sure talks will begin.", "Richard Haass: talks will begin", "an adjective without that")]
    [InlineData("“We must talk,” said Mr. Lavrov.", "Sergey Lavrov: “We must talk,”", "a title with its full stop")]
    [InlineData("Peter Nowhere said that talks could begin.", "Peter Nowhere: talks could begin", "a name that no tagger knew")]
    public void Reported_speech_is_the_clause_and_who_said_it(string text, string expected, string reason) => AssertFound(text, expected, reason);

    [Theory]
    [InlineData("the Russian foreign minister, Sergey Lavrov, left. The Russian foreign minister said he was tired.", "Sergey Lavrov: he was tired")]
    [InlineData("Russian foreign minister Sergey Lavrov left. The foreign minister said he was tired.", "Sergey Lavrov: he was tired")]
    [InlineData("Sergey Lavrov, the Russian foreign minister, left.\n\n“It has always overcome all its problems,” the foreign minister added.", "Sergey Lavrov: “It has always overcome all its problems,”")]
    [InlineData("Russian foreign minister Sergey Lavrov met American foreign minister Richard Haass. The foreign minister said he was tired.", "The foreign minister: he was tired")]
    [InlineData("The minister, Sergey Lavrov, met the minister, Richard Haass. The minister said he was tired.", "The minister: he was tired")]
    public void A_description_means_the_one_it_was_introduced_with_if_there_is_only_one(string text, string expected) => AssertFound(text, expected, text);

    [Theory]
    [InlineData("ru", "«Мы готовы к переговорам», — сказал Лавров.", "Лавров: “Мы готовы к переговорам”")]
    [InlineData("ru", "Лавров заявил, что переговоры начнутся осенью.", "Лавров: переговоры начнутся осенью")]
    [InlineData("uk", "Лавров заявив, що переговори почнуться восени.", "Лавров: переговори почнуться восени")]
    [InlineData("ru", "По словам Лаврова, переговоры начнутся осенью.", "Лаврова: переговоры начнутся осенью")]
    [InlineData("ru", "Переговоры начнутся осенью, по словам Лаврова.", "Лаврова: Переговоры начнутся осенью")]
    [InlineData("ru", "– Нужно остановиться сейчас, – сказал Лавров. – Потом будет поздно.", "Лавров: Нужно остановиться сейчас|Лавров: Потом будет поздно")]
    [InlineData("uk", "„Ми не поспішаємо“, — сказав Лавров.", "Лавров: “Ми не поспішаємо”")]
    [InlineData("fr", "Macron a affirmé qu’il partira demain.", "Macron: qu’il partira demain")]
    [InlineData("de", "„Wir müssen reden“, sagte Lawrow.", "Lawrow: “Wir müssen reden”")]
    [InlineData("de", "»Wir müssen reden«, erklärte Lawrow.", "Lawrow: “Wir müssen reden”")]
    [InlineData("fr", "« Nous devons parler », a déclaré Macron.", "Macron: “Nous devons parler”")]
    [InlineData("fr", "Macron a déclaré que les discussions commencent.", "Macron: les discussions commencent")]
    [InlineData("es", "«Debemos hablar», dijo Lavrov.", "Lavrov: “Debemos hablar”")]
    [InlineData("es", "Lavrov dijo que debemos hablar pronto.", "Lavrov: debemos hablar pronto")]
    public void Other_languages_have_marks_and_verbs_of_their_own(string language, string text, string expected) =>
        Assert.Equal(expected, Found(text, language));

    [Fact]
    public void Any_text_is_read_and_every_span_lies_within_it() => Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])
        .Array[0, 60].Sample(parts =>
        {
            var text = string.Concat(parts);
            var found = QuotationFinder.Find(SentenceSplitter.Split(text, "en"), Named.In(text, "Sergey Lavrov"));
            Assert.All(found, q => Assert.InRange(q.Span.End, q.Span.Start + 1, text.Length));
            Assert.All(HedgeCueFinder.Find(SentenceSplitter.Split(text, "en")), cue => Assert.InRange(cue.Span.End, cue.Span.Start + 1, text.Length));
        }, iter: 3000);

    [Theory]
    [InlineData("“")]
    [InlineData("\"a ")]
    [InlineData("‘a ")]
    [InlineData("'a ")]
    [InlineData("said “a. B” ")]
    [InlineData("said ")]
    [InlineData("Lavrov, ")]
    [InlineData("that he said ")]
    [InlineData("a")]
    public void A_megabyte_of_one_thing_is_read_in_linear_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        var prose = SentenceSplitter.Split(text, "en");

        Assert.NotNull(QuotationFinder.Find(prose, Named.In("", "Sergey Lavrov")));
        Assert.NotNull(HedgeCueFinder.Find(prose));
    }

    private static readonly string[] Pieces =
    [
        "“", "”", "\"", "'", "‘", "’", "„", "«", "»", "``", "''", " ", " said ", "Lavrov", " he said", ", ", ". ", ": ", "\n\n", "\n", "that ",
        "according to ", "\ud800", "\u0000", "é", "—", "the ", "urged ", "him to ", "could not ", "may ", "two of the sources",
    ];

    private static void AssertFound(string text, string expected, string reason) =>
        Assert.True(expected == Found(text, "en"), $"{reason}: {Found(text, "en")}");

    private static string Found(string text, string language)
    {
        var mentions = Named.In(text, "Richard Haass", "Sergey Lavrov", "@Minsk", "Лавров", "Lawrow", "Emmanuel Macron");
        var found = QuotationFinder.Find(SentenceSplitter.Split(text, language), language == "en" ? mentions : []);
        return string.Join('|', found.Select(q =>
            $"{q.Speaker ?? "?"}: {(q.Direct ? $"“{q.Span.Slice(text)}”" : q.Span.Slice(text).ToString())}"));
    }
}
