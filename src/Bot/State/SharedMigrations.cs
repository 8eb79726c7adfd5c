using Bot.Briefings.Storing;

namespace Bot.State;

/// <summary>
/// The schema of the shared state, step by step, in the words that SQLite and PostgreSQL have in common: a step that has been released is never changed, the
/// next is added behind it.
/// </summary>
internal static class SharedMigrations
{
    private static readonly string[] Steps =
    [
        // 1. Instants are Unix milliseconds; what is null has not come yet.
        """
        CREATE TABLE subscription (
            id TEXT NOT NULL PRIMARY KEY, platform TEXT NOT NULL, conversation TEXT NOT NULL, collections TEXT NOT NULL, topics TEXT NOT NULL,
            at_minute INTEGER NOT NULL, zone TEXT NOT NULL, days INTEGER NOT NULL, when_empty TEXT NOT NULL, after_downtime TEXT NOT NULL,
            created BIGINT NOT NULL, created_by TEXT NOT NULL, stopped BIGINT, next_due BIGINT, last_due BIGINT);
        CREATE INDEX subscription_next_due ON subscription (next_due) WHERE stopped IS NULL;
        CREATE TABLE delivery (
            subscription TEXT NOT NULL, due BIGINT NOT NULL, window_from BIGINT NOT NULL, window_to BIGINT NOT NULL, state TEXT NOT NULL,
            attempts INTEGER NOT NULL, claimed_by TEXT, claimed_until BIGINT NOT NULL, message TEXT, problem TEXT, items INTEGER, changed BIGINT NOT NULL,
            content TEXT, PRIMARY KEY (subscription, due));
        CREATE INDEX delivery_open ON delivery (due, subscription) WHERE state IN ('Due', 'Claimed', 'Sent');
        CREATE TABLE delivered (
            subscription TEXT NOT NULL, briefing TEXT NOT NULL, text TEXT NOT NULL, line TEXT NOT NULL, due BIGINT NOT NULL,
            PRIMARY KEY (subscription, briefing, text));
        CREATE TABLE lease (name TEXT NOT NULL PRIMARY KEY, holder TEXT NOT NULL, until BIGINT NOT NULL, fence BIGINT NOT NULL);
        """,
        // 2. What was told is read from what each delivery tells of. A person stands there as a keyed hash, and so does what they asked; words only where the setting says so.
        """
        DROP TABLE delivered;
        UPDATE delivery SET state = 'Claimed' WHERE state = 'Sent';
        UPDATE subscription SET created_by = '';
        CREATE TABLE secret (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE watch (
            id TEXT NOT NULL PRIMARY KEY, platform TEXT NOT NULL, conversation TEXT NOT NULL, person TEXT NOT NULL, collections TEXT NOT NULL, line TEXT NOT NULL,
            created BIGINT NOT NULL, stopped BIGINT, told BIGINT, briefing TEXT);
        CREATE INDEX watch_person ON watch (person);
        CREATE INDEX watch_waiting ON watch (created) WHERE stopped IS NULL AND told IS NULL;
        CREATE TABLE quiet (person TEXT NOT NULL PRIMARY KEY, from_minute INTEGER NOT NULL, to_minute INTEGER NOT NULL, zone TEXT NOT NULL);
        CREATE TABLE asked (
            person TEXT NOT NULL, question TEXT NOT NULL, at BIGINT NOT NULL, shown TEXT NOT NULL, PRIMARY KEY (person, question));
        CREATE INDEX asked_at ON asked (at);
        CREATE TABLE gap (
            question TEXT NOT NULL, command TEXT NOT NULL, collections TEXT NOT NULL, person TEXT NOT NULL, words TEXT, status TEXT NOT NULL,
            times INTEGER NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (question, command, collections, person));
        CREATE INDEX gap_at ON gap (at);
        CREATE TABLE verdict (
            person TEXT NOT NULL, question TEXT NOT NULL, command TEXT NOT NULL, collections TEXT NOT NULL, words TEXT, reason TEXT NOT NULL, at BIGINT NOT NULL,
            PRIMARY KEY (person, question));
        CREATE INDEX verdict_at ON verdict (at);
        """,
        // 3. When any of the replicas first saw a briefing, which stands there as the hash of its id.
        "CREATE TABLE sighting (briefing TEXT NOT NULL PRIMARY KEY, first_seen BIGINT NOT NULL)",
    ];

    public static int Latest => Steps.Length;

    /// <summary>How many steps have been done; 0 in an empty database.</summary>
    /// <param name="countOfTables">As <see cref="StateStore.CountOfMigrationTables"/>.</param>
    public static int Done(StateSession session, string countOfTables) => (int)(
        Number(session, countOfTables) == 0 ? 0 : Number(session, "SELECT COALESCE(MAX(number), 0) FROM state_migration"));

    /// <summary>Does the steps that are missing, within the transaction of the session; one replica at a time.</summary>
    /// <exception cref="StateException">The schema is newer than this program.</exception>
    public static void Run(StateSession session, StateStore store)
    {
        if (store.LockForMigrations is { } onlyOne) session.Execute(onlyOne);
        var done = Done(session, store.CountOfMigrationTables);
        if (done > Latest) throw Other(done, store.Name);
        if (done == 0) session.Execute("CREATE TABLE IF NOT EXISTS state_migration (number INTEGER NOT NULL PRIMARY KEY)");
        for (; done < Latest; done++)
        {
            session.Execute(Steps[done]);
            session.Execute("INSERT INTO state_migration (number) VALUES (@number)", ("@number", done + 1));
        }
    }

    /// <summary>The schema is not the one that this program writes.</summary>
    public static StateException Other(int done, string name) => new(
        $"{name} has schema {done} of what people asked for, and this program writes schema {Latest}: "
        + (done > Latest ? "it was last used by a newer version." : "start the bot once to bring it up to date."));

    private static long Number(StateSession session, string sql) => session.Query(sql, row => row.GetInt64(0)).Single();
}
