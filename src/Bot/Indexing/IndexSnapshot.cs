using Bot.Chat;
using Bot.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>
/// The index as it was at one moment: whatever is written meanwhile, every search of one answer sees the same passages. Dispose it soon; it
/// keeps old files alive.
/// </summary>
internal sealed class IndexSnapshot(IndexReader reader, PassageMemory memory, Action release, int fewDocuments) : IDisposable
{
    /// <summary>So many passages that score as much as the last one are put in order; which of still more are taken, their order in the index decides.</summary>
    private const int MostEqual = 1_000;

    /// <summary>Documents, sentences among them, that one core searches as fast as several.</summary>
    public const int FewDocuments = 400_000;

    private readonly TermLookup lookup = new(reader);

    /// <summary>
    /// The best <paramref name="limit"/> passages, best first; equal scores by briefing id and place, so that an answer is the same again
    /// however the index was written.
    /// </summary>
    public IReadOnlyList<Hit> Search(PassageQuery query, int limit)
    {
        if (query.Scope.Collections.Count == 0 || limit < 1) return [];
        var matcher = new PassageMatcher(query, lookup);
        return [.. InOrder(Best(limit, matcher.Rank), limit).Select(hit => new Hit(Read(hit.Document), hit.Score))];
    }

    /// <summary>The newest <paramref name="limit"/> passages that the query allows, by document date; undated briefings come last.</summary>
    public IReadOnlyList<IndexedPassage> Newest(PassageQuery query, int limit)
    {
        if (query.Scope.Collections.Count == 0 || limit < 1) return [];
        var matcher = new PassageMatcher(query, lookup);
        return [.. InOrder(Best(limit, segment =>
        {
            var (days, allowed) = (SegmentColumns.Of(segment).Days(segment), matcher.Allowed(segment));
            return best =>
            {
                foreach (var document in allowed) best.Offer(segment.DocBase + document, days[document]);
            };
        }), limit).Select(newest => Read(newest.Document))];
    }

    /// <summary>How many passages the query allows, and of how many briefings they are.</summary>
    public CorpusSize Count(PassageQuery query)
    {
        if (query.Scope.Collections.Count == 0) return default;
        var (count, matcher) = (new PassageCount(), new PassageMatcher(query, lookup));
        foreach (var segment in reader.Leaves)
        {
            count.Add(matcher.Allowed(segment), lookup.Postings(PassageFields.Kind, PassageFields.BriefingKind, segment));
        }
        return count.Size;
    }

    /// <summary>How many sentences hold every one of the words, in any of its forms; counted up to <paramref name="most"/>.</summary>
    public int SentencesWithAll(IReadOnlyList<QueryTerm> words, Scope scope, int most = 1) => words.Count == 0 || scope.Collections.Count == 0
        ? 0
        : reader.Leaves.SelectMany(segment => PassageMatcher.SentencesWithAll(words, scope, lookup, segment)).Take(most).Count();

    /// <summary>True when any passage or title of any briefing in scope has the word.</summary>
    public bool Has(QueryTerm word, Scope scope) =>
        word.Terms.Any(term => With(PassageFields.Passage, term, scope.Whole).Any() || With(PassageFields.Title, term, scope.Whole).Any());

    /// <summary>Whether a briefing in scope has a word in any passage.</summary>
    public bool HasIn(BriefingId briefing, QueryTerm word, Scope scope) =>
        word.Terms.Any(term => With([(PassageFields.Briefing, briefing.Value), (PassageFields.Passage, term)], scope).Any());

    /// <summary>Inverse document frequency over passages (Robertson and Zaragoza 2009) of a word's commonest form.</summary>
    public double Idf(QueryTerm word) =>
        lookup.Scores(PassageFields.Passage).Idf(word.Terms.Max(term => lookup.Documents(PassageFields.Passage, term)));

    /// <summary>
    /// The commonest term that a passage in scope has and that is one letter off (put in, left out, changed, or swapped with its neighbour);
    /// failing that, one in which one letter stands elsewhere or only the ending differs. The first letter must be right. Null for none.
    /// </summary>
    public string? SpelledLike(string term, Scope scope) =>
        Commonest(NearTerms.OneLetterOff(term, PassageFields.Passage, reader), scope)
        ?? Commonest(NearTerms.LetterMovedOrOtherEnding(term, PassageFields.Passage, reader), scope);

    private string? Commonest(IEnumerable<KeyValuePair<string, int>> terms, Scope scope) => terms
        .OrderByDescending(term => term.Value).ThenBy(term => term.Key, StringComparer.Ordinal)
        .Select(term => term.Key).FirstOrDefault(term => With(PassageFields.Passage, term, scope.Whole).Any());

    /// <summary>All passages of a briefing in their order.</summary>
    public IReadOnlyList<IndexedPassage> PassagesOf(BriefingId briefing, Scope scope)
    {
        var documents = With([(PassageFields.Briefing, briefing.Value), (PassageFields.Kind, PassageFields.PassageKind)], scope);
        return [.. documents.Select(Read).OrderBy(passage => passage.Passage.Ordinal)];
    }

    /// <summary>How many briefings and passages the scope holds.</summary>
    public CorpusSize Size(Scope scope) => new(
        With(PassageFields.Kind, PassageFields.BriefingKind, scope).Count(), With(PassageFields.Kind, PassageFields.PassageKind, scope).Count());

    /// <summary>The languages of the briefings (ISO 639-1), the most frequent first.</summary>
    public IReadOnlyList<string> Languages()
    {
        var languages = new List<(string Language, int Briefings)>();
        var terms = MultiFields.GetTerms(reader, PassageFields.Language)?.GetEnumerator();
        while (terms is not null && terms.MoveNext()) languages.Add((terms.Term.Utf8ToString(), terms.DocFreq));
        return [.. languages.OrderByDescending(entry => entry.Briefings).ThenBy(entry => entry.Language, StringComparer.Ordinal).Select(entry => entry.Language)];
    }

    /// <summary>
    /// The briefings in scope that <paramref name="other"/> does not have, by their documents; those that were only merged into another segment are
    /// among them. All of them where there is no other.
    /// </summary>
    public IReadOnlyList<int> BriefingsNotIn(IndexSnapshot? other, Scope scope)
    {
        if (scope.Collections.Count == 0) return [];
        var known = other?.Segments.ToDictionary(segment => segment.CoreCacheKey) ?? [];
        var missing = new List<int>();
        foreach (var segment in reader.Leaves)
        {
            var same = known.GetValueOrDefault(segment.AtomicReader.CoreCacheKey);
            // The documents of a segment stay what they are until they are deleted.
            if (same?.NumDocs == segment.AtomicReader.NumDocs || lookup.Postings(PassageFields.Kind, PassageFields.BriefingKind, segment) is not { } briefings) continue;
            missing.AddRange(new AllOf([briefings]).Documents(new DocumentFilter(scope, null, segment))
                .Where(document => same is null || same.LiveDocs?.Get(document) == false).Select(document => segment.DocBase + document));
        }
        return missing;
    }

    /// <summary>The people of a briefing, by its document.</summary>
    public BriefingPeople PeopleOf(int briefing) => BriefingPeople.Read(Data(briefing));

    /// <summary>The same by its id; nobody where the scope does not have it.</summary>
    public IEnumerable<BriefingPerson> PeopleOf(BriefingId briefing, Scope scope) =>
        With([(PassageFields.Briefing, briefing.Value), (PassageFields.Kind, PassageFields.BriefingKind)], scope).SelectMany(document => PeopleOf(document).People);

    /// <summary>Where each of some briefings stands in this snapshot; those that the scope does not have are left out.</summary>
    public IReadOnlyDictionary<BriefingId, BriefingBlock> BlocksOf(IReadOnlyCollection<BriefingId> briefings, Scope scope) =>
        scope.Collections.Count == 0 ? new Dictionary<BriefingId, BriefingBlock>() : BriefingBlock.Find(briefings, scope, reader, lookup);

    /// <summary>The passage of a document, not kept for others: what is gone through once would drive out what is asked for.</summary>
    public IndexedPassage PassageAt(int document) => PassageCodec.Read(Data(document));

    /// <summary>The hash of the text that a passage was cut out of.</summary>
    public TextHash TextOf(int passage) => PassageCodec.ReadText(Data(passage));

    /// <summary>Whether a passage tells of a day after one.</summary>
    public bool TellsOfDayAfter(int passage, DateOnly day) => PassageCodec.TellsOfDayAfter(Data(passage), day);

    /// <summary>Which of some words each of some passages has, itself or in its title.</summary>
    /// <param name="passages">Documents, ascending.</param>
    /// <returns>For each passage; bit i is set for word i.</returns>
    public uint[] WordsIn(int[] passages, IReadOnlyList<QueryTerm> words)
    {
        var found = new uint[passages.Length];
        var terms =
            from word in words.Select((word, i) => (word.Terms, Bit: 1u << i))
            from term in word.Terms
            from field in (string[])[PassageFields.Passage, PassageFields.Title]
            select (field, term, word.Bit);
        foreach (var (field, term, bit) in terms) Mark(passages, field, term, found, bit);
        return found;
    }

    /// <summary>Which of some passages name any of some people, by their folded full names.</summary>
    /// <param name="passages">Documents, ascending.</param>
    public bool[] Naming(int[] passages, IEnumerable<string> people)
    {
        var found = new uint[passages.Length];
        foreach (var person in people) Mark(passages, PassageFields.Person, person, found, 1);
        return Array.ConvertAll(found, bit => bit != 0);
    }

    private void Mark(int[] documents, string field, string term, uint[] marks, uint bit)
    {
        var at = 0;
        foreach (var segment in reader.Leaves)
        {
            var end = segment.DocBase + segment.AtomicReader.MaxDoc;
            if (at < documents.Length && documents[at] < end && lookup.Postings(field, term, segment) is { } postings)
            {
                while (at < documents.Length && documents[at] < end && postings.Advance(documents[at] - segment.DocBase) is var next and not IDocuments.None)
                {
                    // Whichever of the two is behind leaps.
                    while (at < documents.Length && documents[at] < segment.DocBase + next) at++;
                    if (at < documents.Length && documents[at] == segment.DocBase + next) marks[at++] |= bit;
                }
            }
            while (at < documents.Length && documents[at] < end) at++;
        }
    }

    public void Dispose() => release();

    /// <summary>The same object for snapshots of the same moment.</summary>
    public object Moment => reader;

    private IEnumerable<AtomicReader> Segments => reader.Leaves.Select(segment => segment.AtomicReader);

    private IEnumerable<int> With(string field, string value, Scope scope) => With([(field, value)], scope);

    /// <summary>The documents in scope that have all of the terms, in the order of the index and as they are asked for.</summary>
    private IEnumerable<int> With((string Field, string Value)[] all, Scope scope)
    {
        if (scope.Collections.Count == 0) yield break;
        foreach (var segment in reader.Leaves)
        {
            var sets = Array.ConvertAll(all, term => lookup.Postings(term.Field, term.Value, segment));
            if (sets.Contains(null)) continue;
            foreach (var document in new AllOf(sets!).Documents(new DocumentFilter(scope, null, segment))) yield return segment.DocBase + document;
        }
    }

    /// <summary>The best, and among equal ones those that come first by briefing id and place.</summary>
    private IEnumerable<(int Document, double Score)> InOrder(BestScored best, int limit) =>
        best.Kept.GroupBy(one => one.Score).OrderByDescending(equal => equal.Key).SelectMany(InOrder).Take(limit);

    private IEnumerable<(int Document, double Score)> InOrder(IEnumerable<(int Document, double Score)> equal)
    {
        var several = equal.ToList();
        return several.Count == 1 ? several : several
            .Select(one => (One: one, Place: PlaceOf(one.Document)))
            .OrderBy(one => one.Place.Briefing, StringComparer.Ordinal).ThenBy(one => one.Place.Ordinal)
            .Select(one => one.One);
    }

    /// <param name="ranking">What offers the documents of a segment, on any thread; null for none. Itself called one after the other.</param>
    private BestScored Best(int limit, Func<AtomicReaderContext, Action<BestScored>?> ranking)
    {
        var shares = Shares().ConvertAll(segments => segments.Select(ranking).OfType<Action<BestScored>>().ToList()).FindAll(share => share.Count > 0);
        if (shares.Count == 0) return new BestScored(limit, MostEqual);
        var best = shares.ConvertAll(_ => new BestScored(limit, MostEqual));
        if (shares.Count == 1) shares[0].ForEach(rank => rank(best[0]));
        else Parallel.For(0, shares.Count, share => shares[share].ForEach(rank => rank(best[share])));
        foreach (var (document, score) in best.Skip(1).SelectMany(one => one.Kept)) best[0].Offer(document, score);
        return best[0];
    }

    /// <summary>The segments, shared out among the cores by their size; all of them as one share where there is too little to gain.</summary>
    private List<List<AtomicReaderContext>> Shares()
    {
        if (reader.MaxDoc <= fewDocuments || Environment.ProcessorCount == 1) return [[.. reader.Leaves]];
        var shares = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new List<AtomicReaderContext>()).ToList();
        foreach (var segment in reader.Leaves.OrderByDescending(segment => segment.AtomicReader.MaxDoc))
        {
            shares.MinBy(share => share.Sum(other => other.AtomicReader.MaxDoc))!.Add(segment);
        }
        return shares;
    }

    private IndexedPassage Read(int document)
    {
        if (Remembered(document) is { } known) return known;
        var passage = PassageCodec.Read(Data(document));
        var (segment, inSegment) = KeyOf(document);
        memory.Add(segment, inSegment, passage);
        return passage;
    }

    private (string Briefing, int Ordinal) PlaceOf(int document) =>
        Remembered(document) is { } known ? (known.Briefing.Value, known.Passage.Ordinal) : PassageCodec.ReadPlace(Data(document));

    private IndexedPassage? Remembered(int document)
    {
        var (segment, inSegment) = KeyOf(document);
        return memory.Find(segment, inSegment);
    }

    private (long Segment, int Document) KeyOf(int document)
    {
        var segment = SegmentOf(document);
        return (SegmentColumns.Of(segment).Number, document - segment.DocBase);
    }

    private AtomicReaderContext SegmentOf(int document) => reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];

    private ReadOnlySpan<byte> Data(int document)
    {
        var leaf = SegmentOf(document);
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(PassageFields.Data).Get(document - leaf.DocBase, bytes);
        return bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
    }
}

/// <summary>How much a scope holds.</summary>
internal readonly record struct CorpusSize(int Briefings, int Passages);
