using Bot.Briefings;
using Bot.Mentions;
using Bot.Passages;
using Bot.Text;
using Lucene.Net.Documents;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>
/// A briefing as the index's documents: one for each passage, one for each of its sentences, and at the end one for the briefing itself with
/// its people. They are replaced as one block, so that a search sees all of a version or nothing of it.
/// </summary>
internal static class PassageDocuments
{
    public static IEnumerable<Document> Of(Briefing briefing, string collection)
    {
        var people = new BriefingPeople.Builder();
        foreach (var passage in PassageSplitter.Split(briefing))
        {
            people.Add(passage);
            var checksum = TextHash.Checksum(passage.Span.Slice(briefing.Text));
            yield return PassageDocument(briefing, collection, new IndexedPassage(
                briefing.Id, collection, briefing.Hash, briefing.Language, briefing.Date, checksum, passage));
            foreach (var sentence in passage.Sentences)
            {
                var document = NewDocument(briefing, collection, PassageFields.SentenceKind);
                document.Add(new TextField(PassageFields.Sentence, sentence.Span.Slice(briefing.Text).ToString(), Field.Store.NO));
                yield return document;
            }
        }
        yield return BriefingDocument(briefing, collection, people.Build(briefing.Date));
    }

    private static Document PassageDocument(Briefing briefing, string collection, IndexedPassage indexed)
    {
        var (passage, found) = (indexed.Passage, indexed.Passage.Annotations);
        var document = NewDocument(briefing, collection, PassageFields.PassageKind);
        document.Add(new TextField(PassageFields.Title, briefing.Title, Field.Store.NO));
        document.Add(new TextField(PassageFields.Passage, passage.Span.Slice(briefing.Text).ToString(), Field.Store.NO));
        AddNames(document, PassageFields.Person, found.Mentions.Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Name));
        AddNames(document, PassageFields.Speaker, found.Quotations.Where(quotation => quotation.Speaker is not null).Select(quotation => quotation.Speaker!));
        AddNames(document, PassageFields.Role, found.Roles.Select(role => role.Person));
        if (found.Times.Count > 0) document.Add(Keyword(PassageFields.Holds, PassageFields.Times));
        if (found.Roles.Count > 0) document.Add(Keyword(PassageFields.Holds, PassageFields.Roles));
        if (found.Mentions.Any(mention => mention.Type == EntityType.Place)) document.Add(Keyword(PassageFields.Holds, PassageFields.Places));
        document.Add(new BinaryDocValuesField(PassageFields.Data, new BytesRef(PassageCodec.Write(indexed))));
        return document;
    }

    private static void AddNames(Document document, string field, IEnumerable<string> names)
    {
        foreach (var name in names.Select(NameFolding.Fold).Distinct()) document.Add(Keyword(field, name));
    }

    private static StringField Keyword(string field, string value) => new(field, value, Field.Store.NO);

    private static Document BriefingDocument(Briefing briefing, string collection, BriefingPeople people)
    {
        var document = NewDocument(briefing, collection, PassageFields.BriefingKind);
        document.Add(Keyword(PassageFields.Language, briefing.Language));
        document.Add(new BinaryDocValuesField(PassageFields.Data, new BytesRef(people.Write())));
        return document;
    }

    private static Document NewDocument(Briefing briefing, string collection, string kind)
    {
        var document = new Document
        {
            Keyword(PassageFields.Kind, kind),
            Keyword(PassageFields.Briefing, briefing.Id.Value),
            Keyword(PassageFields.Collection, collection),
        };
        if (briefing.Date is { } date) document.Add(new Int32Field(PassageFields.Day, date.DayNumber, Field.Store.NO));
        return document;
    }
}
