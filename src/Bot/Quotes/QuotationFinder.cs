using Bot.Mentions;
using Bot.Text;

namespace Bot.Quotes;

/// <summary>
/// Finds what is said in a briefing and by whom: quotations within marks, and clauses that report ("Lavrov said that ...",
/// "according to Lavrov, ..."). A partial quotation ("without preconditions") counts where a verb of reporting governs it; it is
/// given beside the clause that reports it. Other short quoted words are names and irony, not speech. A quotation that goes on
/// over several paragraphs, each reopened by a mark, is one quotation a paragraph, by one speaker.
/// </summary>
internal static class QuotationFinder
{
    /// <summary>In text order; of two that begin together the longer first. Mentions may come in any order.</summary>
    public static IReadOnlyList<Quotation> Find(Prose prose, IReadOnlyList<Mention> mentions)
    {
        var lexicon = SpeechLexicon.For(prose.Language);
        var named = MentionOrder.Of(mentions);
        var quotes = QuotedSpanFinder.Find(prose);
        var statements = new StatementReader(prose, named, quotes, lexicon).Read();
        var speakers = new SpeakerFinder(prose.Text, named, DescriptionIndex.Of(prose.Text, statements, named));
        var conversation = new Conversation(prose, quotes, speakers);
        for (var i = 0; i < statements.Count; i++)
        {
            conversation.Read(statements[i], i > 0 ? statements[i - 1] : null, i + 1 < statements.Count ? statements[i + 1] : null);
        }
        return conversation.Quotations();
    }
}
