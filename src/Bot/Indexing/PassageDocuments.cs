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
    /// <summary>Of passages and titles is asked how often a word stands in how long a text; where it stands, answers see in the text itself.</summary>
    private static readonly FieldType CountedWords = new() { IsIndexed = true, IsTokenized = true, IndexOptions = IndexOptions.DOCS_AND_FREQS };

    /// <summary>Of sentences only which words they hold: neither how often, nor where, nor in how long a sentence.</summary>
    private static readonly FieldType WordsOnly = new() { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };

    public static IEnumerable<Document> Of(Briefing briefing, string collection)
    {
        var people = new BriefingPeople.Builder();
        var keywords = new Keywords();
        var (id, collected) = (keywords.Of(PassageFields.Briefing, briefing.Id.Value), keywords.Of(PassageFields.Collection, collection));
        var (titleTerms, passageTerms, sentenceTerms) = (new AnalyzedTerms(), new AnalyzedTerms(), new AnalyzedTerms());
        titleTerms.Set(BriefingAnalyzer.Analyze(briefing.Title, briefing.Language));
        var title = new Field(PassageFields.Title, titleTerms, CountedWords);
        var words = new Field(PassageFields.Passage, passageTerms, CountedWords);
        var sentenceDocument = new Document { id, collected, new Field(PassageFields.Sentence, sentenceTerms, WordsOnly) };
        // The writer is done with a document before it asks for the next.
        foreach (var passage in PassageSplitter.Split(briefing))
        {
            people.Add(passage);
            var text = passage.Span.Slice(briefing.Text).ToString();
            var indexed = new IndexedPassage(
                briefing.Id, collection, briefing.Hash, briefing.Language, briefing.Date, TextHash.Checksum(text), passage);
            // Words are analysed once: a sentence's are among its passage's.
            var terms = BriefingAnalyzer.Analyze(text, briefing.Language);
            passageTerms.Set(terms);
            yield return PassageDocument(new Document { id, collected, title, words }, indexed, keywords);
            var next = 0;
            foreach (var sentence in passage.Sentences)
            {
                // A list's marker stands before its sentence, and in none.
                while (next < terms.Count && passage.Span.Start + terms[next].Start < sentence.Span.Start) next++;
                var first = next;
                while (next < terms.Count && passage.Span.Start + terms[next].Start < sentence.Span.End) next++;
                sentenceTerms.Set(terms, first, next);
                yield return sentenceDocument;
            }
        }
        yield return BriefingDocument(new Document { id, collected }, briefing, people.Build(briefing.Date), keywords);
    }

    private static Document PassageDocument(Document document, IndexedPassage indexed, Keywords keywords)
    {
        var (passage, found) = (indexed.Passage, indexed.Passage.Annotations);
        document.Add(keywords.Of(PassageFields.Kind, PassageFields.PassageKind));
        AddNames(document, keywords, PassageFields.Person, found.Mentions.Where(mention => mention.Type == EntityType.Person).Select(mention => mention.Name));
        AddNames(document, keywords, PassageFields.Speaker, found.Quotations.Where(quotation => quotation.Speaker is not null).Select(quotation => quotation.Speaker!));
        AddNames(document, keywords, PassageFields.Role, found.Roles.Select(role => role.Person));
        foreach (var held in PassageFields.HeldThings.Where(indexed.Holds)) document.Add(keywords.Of(PassageFields.Holds, held));
        if (indexed.Day is { } day) document.Add(new NumericDocValuesField(PassageFields.Day, day.DayNumber));
        document.Add(new BinaryDocValuesField(PassageFields.Data, new BytesRef(PassageCodec.Write(indexed))));
        return document;
    }

    private static void AddNames(Document document, Keywords keywords, string field, IEnumerable<string> names)
    {
        foreach (var keyword in names.Select(name => keywords.OfName(field, name)).Distinct()) document.Add(keyword);
    }

    private static Document BriefingDocument(Document document, Briefing briefing, BriefingPeople people, Keywords keywords)
    {
        document.Add(keywords.Of(PassageFields.Kind, PassageFields.BriefingKind));
        document.Add(keywords.Of(PassageFields.Language, briefing.Language));
        document.Add(new BinaryDocValuesField(PassageFields.Data, new BytesRef(people.Write())));
        return document;
    }

    /// <summary>A briefing's keywords, each made once: a field brings a stream of tokens with it, which costs more than to write the keyword.</summary>
    private sealed class Keywords
    {
        private readonly Dictionary<(string Field, string Value), StringField> made = [];
        private readonly Dictionary<string, string> folded = [];

        public StringField Of(string field, string value)
        {
            if (!made.TryGetValue((field, value), out var keyword)) made.Add((field, value), keyword = new StringField(field, value, Field.Store.NO));
            return keyword;
        }

        /// <summary>Of the name's folded form: a briefing names few people, but most of them in several passages.</summary>
        public StringField OfName(string field, string name)
        {
            if (!folded.TryGetValue(name, out var key)) folded.Add(name, key = NameFolding.Fold(name));
            return Of(field, key);
        }
    }
}
