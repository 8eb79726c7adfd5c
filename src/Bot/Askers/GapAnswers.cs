using Bot.Answers;
using Bot.Chat;

namespace Bot.Askers;

/// <summary>/briefings gaps: what was asked and not found, for those who manage.</summary>
internal sealed class GapAnswers(AskedStore store)
{
    private const int MostShown = 20;

    public static bool Answers(Command command) =>
        command.Name == CommandCatalog.Briefings && string.Equals(command.Option("what"), "gaps", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="Briefings.Storing.StateException">It cannot be read for now.</exception>
    public Draft Find(Command command)
    {
        if (command.By is not ({ MayManage: true } or { IsOperator: true }))
        {
            return new Draft(AnswerStatus.NotAllowed) { Reason = "Only who may manage this channel sees what others did not find." };
        }
        var (missed, verdicts) = (store.Gaps(command.Scope, MostShown), store.Misleading(command.Scope, FeedbackAnswers.Helped, MostShown));
        return missed.Count + verdicts.Count == 0
            ? Draft.NotFound("Nothing that was asked here was missed, and no answer was of no use.")
            : new Draft(AnswerStatus.Found) { Gaps = new AnswerGaps(store.KeepsWords, missed, verdicts) };
    }
}
