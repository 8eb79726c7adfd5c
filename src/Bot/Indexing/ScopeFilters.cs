using System.Collections.Concurrent;
using Bot.Chat;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Indexing;

/// <summary>Lets only documents of a scope's collections through; each filter is kept, with its bits for each segment.</summary>
internal static class ScopeFilters
{
    private static readonly ConcurrentDictionary<string, Filter> Filters = new();

    public static Filter Of(Scope scope) => Filters.GetOrAdd(scope.Key, Create);

    private static CachingWrapperFilter Create(string collections)
    {
        var any = new BooleanQuery();
        foreach (var collection in collections.Split('\n'))
        {
            any.Add(new TermQuery(new Term(PassageFields.Collection, collection)), Occur.SHOULD);
        }
        return new CachingWrapperFilter(new QueryWrapperFilter(any));
    }
}
