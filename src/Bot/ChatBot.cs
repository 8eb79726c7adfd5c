using System.Diagnostics.CodeAnalysis;
using Bot.Answers;
using Bot.Askers;
using Bot.Briefings.Storing;
using Bot.Chat;
using Bot.Indexing;
using Microsoft.Extensions.Logging;

namespace Bot;

/// <summary>The door of the core: a line goes in, an answer comes out, whatever was asked. Thread-safe.</summary>
public sealed partial class ChatBot
{
    private readonly CorpusReader corpora;
    private readonly IndexingProgress indexing;
    private readonly QuestionsFirst questions;
    private readonly PersonalAnswers personal;
    private readonly PassageIndex index;
    private readonly TimeProvider time;
    private readonly ILogger<ChatBot> logger;

    internal ChatBot(
        CorpusReader corpora, PassageIndex index, IndexingProgress indexing, QuestionsFirst questions, PersonalAnswers personal, TimeProvider time, ILogger<ChatBot> logger) =>
        (this.corpora, this.index, this.indexing, this.questions, this.personal, this.time, this.logger) = (corpora, index, indexing, questions, personal, time, logger);

    /// <summary>Reads a line as a command or a question and answers it.</summary>
    /// <param name="limit">How many passages at most, from 1 to 10.</param>
    /// <param name="id">The answer's id; null for a new one.</param>
    /// <param name="by">Who asks, and where; null where nobody is known.</param>
    public Answer Ask(
        string line, Scope scope, int limit = Command.MostPassages, string? id = null, Asker? by = null, CancellationToken cancellation = default)
    {
        var parsed = CommandParser.Parse(line, scope, limit, by);
        return parsed.Command is { } command
            ? Answer(command, id, cancellation)
            : Failed(new Command(CommandParser.NameIn(line), new Dictionary<string, string>(), scope), id ?? Reference.New(), parsed.Problem!);
    }

    /// <summary>Answers what somebody says to the bot among people: a command with or without its slash, a question, or one that lives on the question before.</summary>
    /// <param name="subject">What was spoken of before; null for nothing.</param>
    /// <returns>The answer, and the line that it is the answer to.</returns>
    public (Answer Answer, string Line) Hear(string message, string? subject, Scope scope, Asker? by = null)
    {
        var lines = SpokenLine.Read(message, subject);
        var revision = index.SearchedRevision;
        var last = Try(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            if (last.Answer.Person is not null || last.Answer.Status == AnswerStatus.Several) break;
            var other = Try(line);
            // A misspelt name: whom it may mean is more than that there is no such word.
            if (other.Answer.Status == AnswerStatus.Found || last.Answer.Suggestions.Count == 0) last = other;
        }
        // Of what was tried only what is answered counts as asked.
        if (last.Command is { } asked) personal.Keep(asked, last.Answer, revision);
        return (last.Answer, last.Line);

        (Answer Answer, Command? Command, string Line) Try(string line)
        {
            var command = CommandParser.Parse(line, scope, by: by).Command;
            return (command is null ? Ask(line, scope, by: by) : Answer(command, id: null, keeps: false, CancellationToken.None), command, line);
        }
    }

    /// <summary>Answers a command of the catalogue.</summary>
    public Answer Answer(Command command, string? id = null, CancellationToken cancellation = default) => Answer(command, id, keeps: true, cancellation);

    /// <param name="keeps">Whether a look-up counts as asked.</param>
    [SuppressMessage("Design", "CA1031", Justification = "One question that fails must not silence the bot; the failure is logged under its reference.")]
    private Answer Answer(Command command, string? id, bool keeps, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(command);
        cancellation.ThrowIfCancellationRequested();
        id ??= Reference.New();
        using var answering = questions.Ask();
        var start = time.GetTimestamp();
        var definition = CommandCatalog.Find(command.Name);
        if (definition?.Main is { IsRequired: true } main && command.Option(main.Name) is null)
        {
            return Failed(command, id, $"/{command.Name} needs {main.Help}.");
        }
        if (definition is { Changes: true } && command.By is { IsOperator: true, MayManage: false })
        {
            var refused = Failed(command, id, $"Nothing was changed: a link only reads, and /{command.Name} changes something. Type it on the page or at the prompt, or send it by POST.");
            return refused with { Status = AnswerStatus.NotAllowed };
        }
        try
        {
            using var corpus = corpora.Open(command.Scope);
            var (draft, keep) = Find(command, corpus, keeps);
            var answer = new AnswerWriter(corpus).Write(WhileReading(draft), command, id, () => Math.Round(time.GetElapsedTime(start).TotalMilliseconds, 2));
            keep(answer);
            return answer;
        }
        catch (StateException e) when (e.IsPassing)
        {
            LogNotKept(e.Message, command.Name, id);
            return Failed(command, id, $"I cannot reach what I remember just now. Nothing was changed. Try again in a minute. Reference {id}.") with { IsFault = true };
        }
        catch (Exception e)
        {
            LogFailed(e, command.Name, id);
            index.Doubt();
            return Failed(command, id, $"I could not finish. Nothing was posted. Reference {id}.") with { IsFault = true };
        }
    }

    /// <summary>Ways to go on with a line that is being typed, best first, from memory.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Typing must go on, whatever is wrong; the failure is logged.")]
    public IReadOnlyList<Completion> Complete(string line, Scope scope, int limit = 15)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var corpus = corpora.Open(scope);
            return [.. LineCompleter.Complete(line, corpus.People).Take(limit)];
        }
        catch (Exception e)
        {
            LogNotCompleted(e);
            index.Doubt();
            return [];
        }
    }

    /// <returns>The answer, and what to keep of it once its words are there.</returns>
    private (Draft Draft, Action<Answer> Keep) Find(Command command, CorpusView corpus, bool keeps)
    {
        if (command.Scope.Collections.Count == 0 && command.Name != CommandCatalog.Help)
        {
            return (new Draft(AnswerStatus.NotAllowed) { Reason = "Nothing in the collections this channel may see." }, _ => { });
        }
        if (personal.Find(command, corpus) is { } found) return found;
        var draft = AnswerFinder.Find(command, corpus, indexing.Current);
        return (draft with { Next = [.. draft.Next, .. PersonalAnswers.After(command, draft.Status)] }, answer => { if (keeps) personal.Keep(command, answer, corpus.Revision); });
    }

    /// <summary>What is not found before everything was read once may yet be read.</summary>
    private Draft WhileReading(Draft draft) => !indexing.CaughtUp.IsCompleted && draft.Status is (AnswerStatus.NotFound or AnswerStatus.Weak)
        ? draft with { Reason = $"{draft.Reason} The briefings are still being read ({indexing.Current.FilesDone} of {indexing.Current.FilesTotal} files)." }
        : draft;

    private static Answer Failed(Command command, string id, string reason) => new(
        id, command.Name, null, AnswerStatus.Failed, reason, [], [], null, [], [], [], null, null, null, default, 0);

    [LoggerMessage(LogLevel.Warning, "Could not answer a /{Command}, reference {Reference}. {Reason}")]
    private partial void LogNotKept(string reason, string command, string reference);

    [LoggerMessage(LogLevel.Error, "Could not answer a /{Command}, reference {Reference}")]
    private partial void LogFailed(Exception error, string command, string reference);

    [LoggerMessage(LogLevel.Error, "Could not complete a line")]
    private partial void LogNotCompleted(Exception error);
}
