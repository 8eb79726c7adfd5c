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
    [InlineData("Talks go on, NBC News reported on Thursday.", "Reported:reported", "whose claim it is, at its end")]
    [InlineData("Lavrov reported a visit.", "", "what was reported is no claim")]
    [InlineData("Moscow ruled out a deal.", "Denied:ruled out", "what will not be")]
    [InlineData("What would you like to know?", "", "courtesy")]
    [InlineData("The meeting took place in Minsk.", "", "plain fact: no cue, no badge")]
    public void A_cue_is_read_from_the_words_around_it(string text, string cues, string reason) =>
        Assert.True(cues == Cues(text, "en"), $"{reason}: {Cues(text, "en")}");

    [Theory]
    [InlineData("Lavrov denied that the request came from Moscow.", "Denied:denied")]
    [InlineData("The meeting was denied by Moscow.", "Denied:denied")]
    [InlineData("Moscow rejected any involvement.", "Denied:rejected")]
    [InlineData("More than 300 troops could be sent to Minsk.", "Hedged:could")]
    [InlineData("Putin claimed the missiles hit the base.", "Reported:claimed")]
    [InlineData("He would go to Minsk.", "Hedged:would")]
    [InlineData("It appears on balance that he lied.", "Hedged:It appears")]
    public void No_word_beside_a_cue_takes_it_away(string text, string cues) => Assert.Equal(cues, Cues(text, "en"));

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
