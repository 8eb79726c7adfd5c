using Bot.Chat;
using Bot.Indexing;

namespace Bot.Answers;

/// <summary>The main flow: which finder answers which command of the catalogue.</summary>
internal static class AnswerFinder
{
    public static Draft Find(Command command, CorpusView corpus, IndexingState indexing) => command.Name switch
    {
        // A word that is missed would only be half of it.
        not (CommandCatalog.Help or CommandCatalog.Briefings) when corpus.Size.Briefings == 0 =>
            new Draft(AnswerStatus.NotFound) { Reason = "There are no briefings yet, so nothing can be found." },
        CommandCatalog.Who => WhoAnswer.Find(command, corpus),
        CommandCatalog.When => WhenAnswer.Find(command, corpus),
        CommandCatalog.Where => WhereAnswer.Find(command, corpus),
        CommandCatalog.Says => SaysAnswer.Find(command, corpus),
        CommandCatalog.Ask => AskAnswer.Find(command, corpus),
        CommandCatalog.Source => SourceAnswer.Find(command, corpus),
        CommandCatalog.Briefings => BriefingsAnswer.Find(command, corpus, indexing),
        CommandCatalog.Help => HelpAnswer.Find(command, corpus),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.Name, "Not a command of the catalogue."),
    };
}
