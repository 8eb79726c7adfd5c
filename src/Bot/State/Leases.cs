namespace Bot.State;

/// <summary>
/// What only one replica may do at a time is done under a lease, which runs out by itself when its holder dies (Gray and Cheriton 1989). The holder counts by its
/// own clock: those of the replicas must agree within <see cref="ReplicaTurns.Margin"/>.
/// </summary>
internal sealed class Leases(SharedState state, TimeProvider time)
{
    /// <summary>Takes a lease that nobody holds, or whose time is over, or renews one's own.</summary>
    /// <param name="span">From now.</param>
    /// <returns>The fence: one more with each change of holder, also after a release. Null while another holds it.</returns>
    /// <exception cref="Briefings.Storing.StateException">It cannot be told for now.</exception>
    public long? Take(string name, string holder, TimeSpan span)
    {
        var now = time.GetUtcNow();
        var taken = state.Write(session => session.Query(
            """
            INSERT INTO lease (name, holder, until, fence) VALUES (@name, @holder, @until, 1)
            ON CONFLICT (name) DO UPDATE SET
                fence = CASE WHEN lease.holder = excluded.holder THEN lease.fence ELSE lease.fence + 1 END,
                holder = excluded.holder, until = excluded.until
            WHERE lease.holder = excluded.holder OR lease.until <= @now
            RETURNING fence
            """,
            row => row.GetInt64(0),
            ("@name", name), ("@holder", holder), ("@until", (now + span).ToUnixTimeMilliseconds()), ("@now", now.ToUnixTimeMilliseconds())));
        return taken is [var fence] ? fence : null;
    }

    /// <summary>Lets the next have it at once. Nothing happens where another holds it. The row stays, and with it the fence.</summary>
    /// <exception cref="Briefings.Storing.StateException">It runs out by itself then.</exception>
    public void Release(string name, string holder) => state.Write(session => session.Execute(
        "UPDATE lease SET until = 0 WHERE name = @name AND holder = @holder", ("@name", name), ("@holder", holder)));
}
