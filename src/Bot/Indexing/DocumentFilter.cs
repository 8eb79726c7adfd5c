using Bot.Chat;
using Bot.Times;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>What a document of a segment must be, whatever stands in it: of a briefing in scope, and of the time asked for.</summary>
internal sealed class DocumentFilter(Scope scope, DayInterval? period, AtomicReaderContext segment)
{
    private readonly FixedBitSet? visible = ScopeDocuments.Of(scope, segment);
    private readonly NumericDocValues? days = period is null ? null : segment.AtomicReader.GetNumericDocValues(PassageFields.Day);
    private readonly IBits? dated = period is null ? null : segment.AtomicReader.GetDocsWithField(PassageFields.Day);

    public bool Passes(int document) => (visible is null || visible.Get(document)) && (period is not { } asked || IsIn(asked, document));

    private bool IsIn(DayInterval asked, int document) =>
        days is not null && dated is not null && dated.Get(document)
        && days.Get(document) is var day && day >= asked.From.DayNumber && day < asked.To.DayNumber;
}
