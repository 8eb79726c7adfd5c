using Bot.Briefings;
using Bot.Mentions;
using Bot.Passages;
using Bot.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>
/// A briefing as the index's documents: one for each passage, one for each of its sentences, and at the end one for the briefing itself with
/// its people. They are replaced as one block, so that a search sees all of a version or nothing of it.
/// </summary>
internal static class PassageDocuments
{
    /// <summary>For sentences, of which is only asked which words they hold: neither how often, nor where, nor in how long a sentence.</summary>
    private static readonly FieldType WordsOnly = new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };

    public static IEnumerable<Document> Of(Briefing briefing, string collection)
    {
        var people = new BriefingPeople.Builder();
        var (id, collected) = (Keyword(PassageFields.Briefing, briefing.Id.Value), Keyword(PassageFields.Collection, collection));
        var sentenceWords = new Field(PassageFields.Sentence, "", WordsOnly);
        var sentenceDocument = new Document { id, collected, sentenceWords };
        foreach (var passage in PassageSplitter.Split(briefing))
        {
            people.Add(passage);
            var checksum = TextHash.Checksum(passage.Span.Slice(briefing.Text));
            var indexed = new IndexedPassage(briefing.Id, collection, briefing.Hash, briefing.Language, briefing.Date, checksum, passage);
            yield return PassageDocument(new Document { id, collected }, briefing, indexed);
            foreach (var sentence in passage.Sentences)
            {
                // The writer is done with a document before it asks for the next.
                sentenceWords.SetStringValue(sentence.Span.Slice(briefing.Text).ToString());
                yield return sentenceDocument;
            }
        }
        yield return BriefingDocument(new Document { id, collected }, briefing, people.Build(briefing.Date));
    }

    private static Document PassageDocument(Document document, Briefing briefing, IndexedPassage indexed)
    {
        var (passage, found) = (indexed.Passage, indexed.Passage.Annotations);
        document.Add(Keyword(PassageFields.Kind, PassageFields.PassageKind));
        if (briefing.Date is { } date) document.Add(new Int32Field(PassageFields.Day, date.DayNumber, Field.Store.NO));
        document.Add(new TextField(PassageFields.Title, briefing.Title, Field.Store.NO));
        document.Add(new TextField(PassageFields.Passage, passage.Span.Slice(briefing.Text).ToString(), Field.Store.NO));
        AddNames(document, PassageFields.Person, found.Mentions.Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Name));
        AddNames(document, PassageFields.Speaker, found.Quotations.Where(quotation => quotation.Speaker is not null).Select(quotation => quotation.Speaker!));
        AddNames(document, PassageFields.Role, found.Roles.Select(role => role.Person));
        foreach (var held in PassageFields.HeldThings.Where(indexed.Holds)) document.Add(Keyword(PassageFields.Holds, held));
        if (briefing.Date is { } day) document.Add(new NumericDocValuesField(PassageFields.Day, day.DayNumber));
        document.Add(new BinaryDocValuesField(PassageFields.Data, new BytesRef(PassageCodec.Write(indexed))));
        return document;
    }

    private static void AddNames(Document document, string field, IEnumerable<string> names)
    {
        foreach (var name in names.Select(NameFolding.Fold).Distinct()) document.Add(Keyword(field, name));
    }

    private static StringField Keyword(string field, string value) => new(field, value, Field.Store.NO);

    private static Document BriefingDocument(Document document, Briefing briefing, BriefingPeople people)
    {
        document.Add(Keyword(PassageFields.Kind, PassageFields.BriefingKind));
        document.Add(Keyword(PassageFields.Language, briefing.Language));
        document.Add(new BinaryDocValuesField(PassageFields.Data, new BytesRef(people.Write())));
        return document;
    }
}
