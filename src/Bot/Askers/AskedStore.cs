using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Chat;
using Bot.State;
using Microsoft.Extensions.Options;

namespace Bot.Askers;

/// <summary>A passage that somebody was shown.</summary>
/// <param name="Text">The hash of its text, in hex; <paramref name="Start"/> to <paramref name="End"/> of it was shown.</param>
/// <param name="Words">The hash of what was shown, in hex: a text that was corrected twice is kept no more. Null where an earlier version of the program noted it.</param>
internal sealed record ShownBefore(string Briefing, string Text, int Start, int End, string? Words = null);

/// <summary>When somebody last asked something, and what they were shown.</summary>
/// <param name="At">All that had changed by then was in what was searched.</param>
internal sealed record AskedBefore(DateTimeOffset At, IReadOnlyList<ShownBefore> Shown);

/// <summary>
/// What each person last asked and was shown, what was not found, and how they found the answers. Persons and questions stand there as keyed hashes. Thread-safe.
/// </summary>
/// <param name="state">Opened when it is first asked for.</param>
internal sealed class AskedStore(Lazy<SharedState> state, PersonKeys keys, IOptions<PrivacyOptions> options)
{
    /// <summary>Stands in no collection's name.</summary>
    private const char Between = '\n';

    private static readonly string[] Tables = ["asked", "gap", "verdict"];

    public bool KeepsWords => options.Value.KeepQuestions;

    /// <summary>Null where they never asked it, or not lately.</summary>
    public AskedBefore? Find(Asker by, string line)
    {
        var (person, question) = (keys.Of(by), QuestionKey(line));
        return state.Value.Read(session => session.One(
            "SELECT at, shown FROM asked WHERE person = @person AND question = @question",
            row => new AskedBefore(
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), JsonSerializer.Deserialize(row.GetString(1), AskedJson.Default.IReadOnlyListShownBefore) ?? []),
            ("@person", person), ("@question", question)));
    }

    /// <summary>Keeps several in one write.</summary>
    /// <exception cref="Briefings.Storing.StateException">They cannot be kept for now.</exception>
    public void Keep(IReadOnlyList<Asking> askings)
    {
        // Before the write: the first key of all is a write of its own.
        var keyed = askings.Select(asking => (Asking: asking, Person: keys.Of(asking.By), Question: QuestionKey(asking.Line))).ToList();
        state.Value.Write(session => keyed.Sum(one => Keep(session, one.Asking, one.Person, one.Question)));
    }

    private int Keep(StateSession session, Asking asking, string person, string question)
    {
        var at = asking.At.ToUnixTimeMilliseconds();
        session.Execute(
            """
            INSERT INTO asked (person, question, at, shown) VALUES (@person, @question, @at, @shown)
            ON CONFLICT (person, question) DO UPDATE SET at = excluded.at, shown = excluded.shown WHERE excluded.at >= asked.at
            """,
            ("@person", person), ("@question", question), ("@at", at), ("@shown", JsonSerializer.Serialize(asking.Shown, AskedJson.Default.IReadOnlyListShownBefore)));
        if (asking.Missed is not { } missed) return 1;
        return session.Execute(
            """
            INSERT INTO gap (question, command, collections, person, words, status, times, at) VALUES (@question, @command, @collections, @person, @words, @status, 1, @at)
            ON CONFLICT (question, command, collections, person) DO UPDATE SET
                words = excluded.words, status = excluded.status, times = gap.times + 1, at = excluded.at
            """,
            ("@question", keys.OfQuestion(missed.Meaning)), ("@command", asking.Command), ("@collections", Collections(asking.Scope)), ("@person", person),
            ("@words", KeepsWords ? missed.Words : null), ("@status", missed.Status), ("@at", at));
    }

    /// <summary>The last word of a person on an answer.</summary>
    /// <exception cref="Briefings.Storing.StateException">It cannot be kept for now.</exception>
    public void KeepVerdict(Asker by, Command asked, string line, string reason, DateTimeOffset now)
    {
        var (person, question) = (keys.Of(by), QuestionKey(line));
        state.Value.Write(session => session.Execute(
            """
            INSERT INTO verdict (person, question, command, collections, words, reason, at) VALUES (@person, @question, @command, @collections, @words, @reason, @at)
            ON CONFLICT (person, question) DO UPDATE SET words = excluded.words, reason = excluded.reason, at = excluded.at
            """,
            ("@person", person), ("@question", question), ("@command", asked.Name), ("@collections", Collections(asked.Scope)),
            ("@words", KeepsWords ? line : null), ("@reason", reason), ("@at", now.ToUnixTimeMilliseconds())));
    }

    /// <summary>What a person said of an answer; null for nothing.</summary>
    public string? Verdict(Asker by, string line)
    {
        var (person, question) = (keys.Of(by), QuestionKey(line));
        return state.Value.Read(session => session.One(
            "SELECT reason FROM verdict WHERE person = @person AND question = @question", row => row.GetString(0), ("@person", person), ("@question", question)));
    }

    /// <summary>What was not found in a scope, of one meaning together, most often first.</summary>
    public IReadOnlyList<Answers.AnswerGap> Gaps(Scope scope, int most) => state.Value.Read(session => session.Query(
        """
        SELECT command, MAX(words), SUM(times), COUNT(*), MAX(at) FROM gap WHERE collections = @collections
        GROUP BY question, command ORDER BY SUM(times) DESC, MAX(at) DESC LIMIT @most
        """,
        row => new Answers.AnswerGap(row.GetString(0), row.IsDBNull(1) || !KeepsWords ? null : row.GetString(1), Convert.ToInt32(row.GetValue(2), null), Convert.ToInt32(row.GetValue(3), null),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4))),
        ("@collections", Collections(scope)), ("@most", most)));

    /// <summary>Answers that were of no use, by what people said of them, most often first.</summary>
    public IReadOnlyList<Answers.AnswerVerdict> Misleading(Scope scope, string helped, int most) => state.Value.Read(session => session.Query(
        """
        SELECT command, MAX(words), reason, COUNT(*), MAX(at) FROM verdict WHERE collections = @collections AND reason <> @helped
        GROUP BY question, command, reason ORDER BY COUNT(*) DESC, MAX(at) DESC LIMIT @most
        """,
        row => new Answers.AnswerVerdict(row.GetString(0), row.IsDBNull(1) || !KeepsWords ? null : row.GetString(1), row.GetString(2), Convert.ToInt32(row.GetValue(3), null),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4))),
        ("@collections", Collections(scope)), ("@helped", helped), ("@most", most)));

    /// <summary>How much is kept of a person: questions asked, questions not found, verdicts.</summary>
    public (int Asked, int Missed, int Verdicts) CountOf(Asker by)
    {
        var person = keys.Of(by);
        return state.Value.Read(session =>
        {
            int Count(string table) => (int)session.Query($"SELECT COUNT(*) FROM {table} WHERE person = @person", row => row.GetInt64(0), ("@person", person))[0];
            return (Count("asked"), Count("gap"), Count("verdict"));
        });
    }

    /// <summary>Removes all of it.</summary>
    /// <exception cref="Briefings.Storing.StateException">Nothing was removed.</exception>
    public void Forget(Asker by)
    {
        var person = keys.Of(by);
        state.Value.Write(session => Tables.Sum(table => session.Execute($"DELETE FROM {table} WHERE person = @person", ("@person", person))));
    }

    /// <summary>Removes what is from before an instant: what people asked, what was sent and what became of it, watches that were answered or stopped.</summary>
    public int RemoveBefore(DateTimeOffset instant) => state.Value.Write(session =>
    {
        var before = instant.ToUnixTimeMilliseconds();
        return session.Execute("DELETE FROM asked WHERE at < @before", ("@before", before))
            + session.Execute("DELETE FROM gap WHERE at < @before", ("@before", before))
            + session.Execute("DELETE FROM verdict WHERE at < @before", ("@before", before))
            + session.Execute("DELETE FROM watch WHERE told < @before OR stopped < @before", ("@before", before))
            // The newest of each stays: by it the next is reckoned. Of whole days: one may have its content from another that was due with it.
            + session.Execute(
                """
                DELETE FROM delivery WHERE due < @day AND state IN ('Confirmed', 'Skipped', 'Merged', 'Failed')
                    AND (subscription LIKE 'W-%'
                        OR EXISTS (SELECT 1 FROM delivery AS later WHERE later.subscription = delivery.subscription AND later.due > delivery.due))
                """,
                ("@day", new DateTimeOffset(instant.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeMilliseconds()));
    });

    private string QuestionKey(string line) => keys.OfQuestion(line.ToLowerInvariant());

    private static string Collections(Scope scope) => string.Join(Between, scope.Collections.Order(StringComparer.Ordinal));
}

/// <summary>Something that somebody asked, to be kept.</summary>
/// <param name="Line">The look-up as a line.</param>
/// <param name="At">When; where it is kept, the instant up to which all that was logged was in what was searched.</param>
/// <param name="Revision">Of the log, up to which the index went.</param>
/// <param name="Missed">Where nothing was found; else null.</param>
internal sealed record Asking(Asker By, Scope Scope, string Command, string Line, DateTimeOffset At, long Revision, IReadOnlyList<ShownBefore> Shown, MissedQuestion? Missed);

/// <summary>A question that was not found.</summary>
/// <param name="Meaning">The same for questions of the same words in another order or form.</param>
/// <param name="Status">"notFound" or "weak".</param>
internal sealed record MissedQuestion(string Meaning, string Words, string Status);

[JsonSerializable(typeof(IReadOnlyList<ShownBefore>))]
internal sealed partial class AskedJson : JsonSerializerContext;
