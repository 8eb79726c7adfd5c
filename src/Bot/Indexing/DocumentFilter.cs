using Bot.Chat;
using Bot.Times;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Bot.Indexing;

/// <summary>What a document of a segment must be, whatever stands in it: of a briefing in scope, and of the time asked for.</summary>
internal sealed class DocumentFilter(Scope scope, DayInterval? period, AtomicReaderContext segment)
{
    private readonly FixedBitSet? visible = ScopeDocuments.Of(scope, segment);
    private readonly int[] days = period is null ? [] : SegmentColumns.Of(segment).Days(segment);

    public bool Passes(int document) => (visible is null || visible.Get(document)) && (period is not { } asked || IsIn(asked, days[document]));

    private static bool IsIn(DayInterval asked, int day) => day != 0 && day >= asked.From.DayNumber && day < asked.To.DayNumber;
}
