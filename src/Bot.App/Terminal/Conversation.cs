using Bot.Answers;
using Bot.App.CommandLine;
using Bot.App.Wording;
using Bot.Chat;
using Spectre.Console;

namespace Bot.App.Terminal;

/// <summary>A dialogue with the bot, written to a console: what the prompt and lines from a pipe share.</summary>
/// <param name="console">Asked for with each answer, so that it has the terminal's width of now.</param>
/// <param name="hints">Whether to say all that can be done next, to a person; a pipe is told only that there is more.</param>
internal sealed class Conversation(ChatBot bot, Func<IAnsiConsole> console, TimeProvider time, bool hints)
{
    private readonly Dialogue _dialogue = new(line => AnswerReply.For(bot.Ask(line, Scope.Main, by: ThisMachine.Asker)));

    /// <summary>Answers a line; false when it says to leave.</summary>
    public bool Hear(string line)
    {
        var view = new ReplyView(console(), time);
        try
        {
            var turn = _dialogue.Hear(line);
            if (turn.Leaves) return false;
            if (turn.Reply is { } reply) view.Write(reply, turn.Page);
            if ((turn.Note ?? (turn.Reply is null ? null : hints ? _dialogue.Hint : _dialogue.MoreHint)) is { } note) view.WriteNote(note);
            if (turn != Turn.Nothing) console().WriteLine();
        }
        catch (Exception e) // one bad question must not end the conversation
        {
            view.WriteNote(Ending.SentenceForFault(e));
        }
        return true;
    }

    public void Note(string text) => new ReplyView(console(), time).WriteNote(text);
}
