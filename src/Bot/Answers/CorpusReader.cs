using Bot.Chat;
using Bot.Indexing;
using Bot.People;

namespace Bot.Answers;

/// <summary>Opens the corpus for one answer.</summary>
internal sealed class CorpusReader(DataFolder data, PeopleSource people, VerbatimCheck check)
{
    private readonly SourceTexts sources = new(data.Texts, data.Log, check);

    public CorpusView Open(Scope scope) => new(data.Index.Snapshot(), people.Of(data.Index, scope), sources, scope);
}
