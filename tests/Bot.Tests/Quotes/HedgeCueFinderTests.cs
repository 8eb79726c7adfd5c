using Bot.Quotes;
using Bot.Text;

namespace Bot.Tests.Quotes;

public class HedgeCueFinderTests
{
    [Theory]
    [InlineData("Talks could begin by the autumn.", "Hedged:could", "a modal verb")]
    [InlineData("They may meet in May.", "Hedged:may", "the verb, not the month")]
    [InlineData("On May 5 May Day was marked by the might of the army.", "", "month, feast and noun")]
    [InlineData("It showed its military might.", "", "the noun at the end")]
    [InlineData("Will Smith read the will of his father.", "", "a name and a noun")]
    [InlineData("There is the political will to talk.", "", "the noun before an infinitive")]
    [InlineData("The situation will change.", "Planned:will", "the future")]
    [InlineData("They were to be held in April.", "Planned:were to be", "planned, perhaps never done")]
    [InlineData("It will no longer exist.", "Planned:will|Denied:no longer", "two kinds side by side")]
    [InlineData("They could not agree.", "Denied:could not|Hedged:could", "two kinds in one place; the longer first")]
    [InlineData("Maybe not in September.", "Denied:Maybe not|Hedged:Maybe", "possible, and denied")]
    [InlineData("It was agreed, two of the sources said.", "Reported:two of the sources said", "the source belongs to the cue")]
    [InlineData("According to Lukashenko, it is over.", "Reported:According to", "a capital letter changes nothing")]
    [InlineData("This was reported by Nbc News, citing several people.", "Reported:reported by|Reported:citing", "two cues of one kind")]
    [InlineData("Moscow denied the claims.", "Denied:denied", "claims is a noun here")]
    [InlineData("He claims that it is not true.", "Reported:claims that|Denied:is not true", "a verb, and a denial")]
    [InlineData("I don’t want to reveal anything.", "", "wants nothing; denies no claim")]
    [InlineData("They didn't meet.", "Denied:didn't", "a straight apostrophe")]
    [InlineData("After the so-called counter-offensive, all was quiet.", "Hedged:so-called", "the writer's distance")]
    [InlineData("They plan to meet.", "Planned:plan to", "the verb")]
    [InlineData("A peace plan to end the war was read.", "", "the noun")]
    [InlineData("Lavrov announced a visit.", "", "what was announced is no claim")]
    [InlineData("The deal was announced.", "", "nor is that something was announced")]
    [InlineData("Talks go on, Lavrov announced.", "Reported:announced", "behind a claim")]
    [InlineData("Lavrov announced on Friday that talks go on.", "Reported:announced", "before a claim")]
    [InlineData("What would you like to know?", "", "courtesy")]
    [InlineData("It was not only a war.", "", "more than that, but that too")]
    [InlineData("He would later become president.", "", "told from afterwards")]
    [InlineData("They no longer would meet.", "Denied:no longer", "nothing unsure beside it")]
    [InlineData("Minsk announced that talks would begin.", "Reported:announced that|Planned:would", "the future of then")]
    [InlineData("Minsk said that talks would help.", "Reported:said that|Hedged:would", "what one thinks")]
    [InlineData("He would often visit Minsk.", "", "a habit of then")]
    [InlineData("It lasted longer than talks would.", "", "compared")]
    [InlineData("You will find many bars.", "", "anybody, at any time")]
    [InlineData("This was explained by the war.", "", "a cause")]
    [InlineData("They set to work.", "", "began")]
    [InlineData("As stated, it is over.", "", "said before")]
    [InlineData("Seats are shared according to the size of a country.", "", "a measure")]
    [InlineData("It was a stimulus plan to end the crisis.", "", "the noun behind another that ends in s")]
    [InlineData("The delay was due to a fault.", "", "a cause")]
    [InlineData("The plane is due to land.", "Planned:is due to", "a time")]
    [InlineData("It appears in two letters.", "", "can be seen there")]
    [InlineData("It has the potential to end the war.", "", "the noun")]
    [InlineData("He asked for a potential formula.", "Hedged:potential", "the adjective")]
    [InlineData("The claims of Minsk are old.", "", "the noun before what it belongs to")]
    [InlineData("He claimed the title.", "", "won it")]
    [InlineData("He claimed eight victories.", "", "nor is this said")]
    [InlineData("He claimed the talks had begun.", "Reported:claimed", "a verb follows")]
    [InlineData("The stated aim is peace.", "", "an adjective")]
    [InlineData("Their stated aim is peace.", "", "behind any word")]
    [InlineData("They were denied visas.", "", "refused")]
    [InlineData("The claims were denied.", "Denied:denied", "a claim")]
    [InlineData("The offer was rejected.", "", "no claim")]
    [InlineData("Moscow rejected the plan.", "", "no claim either")]
    [InlineData("Moscow rejected the report.", "Denied:rejected", "a claim")]
    [InlineData("The words were set to music.", "", "composed")]
    [InlineData("The meeting took place in Minsk.", "", "plain fact: no cue, no badge")]
    public void A_cue_is_read_from_the_words_around_it(string text, string cues, string reason) =>
        Assert.True(cues == Cues(text, "en"), $"{reason}: {Cues(text, "en")}");

    [Theory]
    [InlineData("ru", "По словам Лаврова, встреча может состояться.", "Reported:По словам|Hedged:может")]
    [InlineData("uk", "Міністр заявив, що зустріч можлива.", "Reported:заявив")]
    [InlineData("de", "Das Treffen könnte laut Lawrow stattfinden.", "Hedged:könnte|Reported:laut")]
    [InlineData("fr", "Selon Macron, la réunion pourrait avoir lieu.", "Reported:Selon|Hedged:pourrait")]
    [InlineData("es", "Según Lavrov, la reunión podría celebrarse.", "Reported:Según|Hedged:podría")]
    public void Other_languages_have_cues_of_their_own(string language, string text, string cues) => Assert.Equal(cues, Cues(text, language));

    private static string Cues(string text, string language) => string.Join('|', HedgeCueFinder.Find(SentenceSplitter.Split(text, language))
        .Select(cue => $"{cue.Kind}:{cue.Span.Slice(text)}"));
}
