using Bot.Answers;
using Bot.Chat;
using Bot.Digests;
using Bot.Watches;

namespace Bot.Askers;

/// <summary>Which command that lives on who asks is answered by what; and what is kept of every other.</summary>
internal sealed class PersonalAnswers(DigestAnswers digests, WatchAnswers watches, SinceAnswers since, AskedRecorder asked, PersonalCommands others)
{
    /// <returns>The answer, and what to keep of it once it is written; null for a command that lives on nobody.</returns>
    /// <exception cref="Briefings.Storing.StateException">What is kept cannot be read or written for now.</exception>
    public (Draft Draft, Action<Answer> Keep)? Find(Command command, CorpusView corpus)
    {
        if (command.Name == CommandCatalog.Since)
        {
            var (draft, lookUp, still) = since.Find(command, corpus);
            return (draft, answer => { if (lookUp is not null) asked.Note(lookUp, answer, corpus.Revision, still); });
        }
        var found = DigestAnswers.Answers(command) ? digests.Find(command, corpus)
            : WatchAnswers.Answers(command) ? watches.Find(command, corpus)
            : others.Find(command);
        return found is null ? null : (found, _ => { });
    }

    /// <summary>What can be done after a look-up: what is new since, or a watch where nothing was found. Nothing where nobody is known.</summary>
    public static IEnumerable<NextStep> After(Command command, AnswerStatus status)
    {
        if (command.By is null || !LookUp.Is(command.Name)) yield break;
        var line = LookUp.LineOf(command);
        var text = LookUp.TextOf(line).TrimStart('/');
        // "who met Lavrov" without its question mark would be read as /who.
        var asked = LookUp.Parse(text, command.Scope).Command is { } same && LookUp.LineOf(same) == line ? text : line;
        if (status is AnswerStatus.Found or AnswerStatus.Several or AnswerStatus.Weak) yield return new NextStep("New since", $"/{CommandCatalog.Since} {asked}");
        // Of nothing but marks no watch would be taken.
        if (status is AnswerStatus.NotFound or AnswerStatus.Weak
            && LookUp.HasWord(command.Option(CommandCatalog.Find(command.Name)!.Main!.Name)!)) yield return new NextStep("Watch for it", $"/{CommandCatalog.WatchAdd} {asked}");
    }

    /// <summary>Keeps what is to be kept of a look-up that was answered.</summary>
    public void Keep(Command command, Answer answer, long revision) => asked.Note(command, answer, revision);
}

/// <summary>Those about what is kept of people.</summary>
internal sealed class PersonalCommands(FeedbackAnswers feedback, GapAnswers gaps, ForgetAnswers forget)
{
    public Draft? Find(Command command) => command.Name switch
    {
        CommandCatalog.ForgetMe => forget.Find(command),
        _ when FeedbackAnswers.Answers(command) => feedback.Find(command),
        _ when GapAnswers.Answers(command) => gaps.Find(command),
        _ => null,
    };
}
