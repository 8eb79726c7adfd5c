using Bot.App.Tests.Discord;
using Bot.State;
using CsCheck;

namespace Bot.Tests.State;

/// <summary>What holds of leases wherever they are kept.</summary>
public abstract class LeaseFacts : IAsyncLifetime
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(30), Second = TimeSpan.FromSeconds(1);

    private readonly WatchedClock clock = new();

    private protected SharedState State { get; private set; } = null!;

    public async ValueTask InitializeAsync() => State = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        (State as IDisposable)?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected abstract Task<SharedState> OpenAsync();

    [Fact]
    public void One_holds_it_until_it_has_run_out_and_each_change_of_holder_raises_the_fence()
    {
        var leases = new Leases(State, clock);
        Assert.Equal((1, null), (leases.Take("desk", "Haass", Span), leases.Take("desk", "Kupchan", Span)));
        clock.Advance(Span - Second);
        // Renewed, it is the same turn, and counts from now.
        Assert.Equal(1, leases.Take("desk", "Haass", Span));
        clock.Advance(Span - Second);
        Assert.Null(leases.Take("desk", "Kupchan", Span));
        clock.Advance(Second);
        Assert.Equal(2, leases.Take("desk", "Kupchan", Span));
        Assert.Null(leases.Take("desk", "Haass", Span));
        // Run out, and nobody came: the turn of who had it last goes on.
        clock.Advance(2 * Span);
        Assert.Equal((2, 1), (leases.Take("desk", "Kupchan", Span), leases.Take("other desk", "Haass", Span)));
    }

    [Fact]
    public void Given_back_it_is_anybodys_at_once_and_by_nobody_but_its_holder()
    {
        var leases = new Leases(State, clock);
        leases.Take("desk", "Haass", Span);
        leases.Release("desk", "Kupchan");
        Assert.Null(leases.Take("desk", "Kupchan", Span));
        leases.Release("desk", "Haass");
        Assert.Equal((2, null), (leases.Take("desk", "Kupchan", Span), leases.Take("desk", "Haass", Span)));
    }

    [Fact]
    public void However_three_come_and_go_there_are_never_two_at_once()
    {
        var lease = 0;
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 40], Gen.Int[0, 9]).Array[1, 20].Sample(
            steps =>
            {
                var (leases, name) = (new Leases(State, clock), $"desk {Interlocked.Increment(ref lease)}");
                var held = new DateTimeOffset[3];
                var (fence, last) = (0L, -1);
                foreach (var (who, wait, what) in steps)
                {
                    clock.Advance(wait * Second);
                    if (what == 0)
                    {
                        leases.Release(name, $"holder {who}");
                        held[who] = default;
                        continue;
                    }
                    var isFree = held.Where((until, other) => other != who && until > clock.GetUtcNow()).Any() is false;
                    var taken = leases.Take(name, $"holder {who}", Span);
                    Assert.Equal(isFree, taken is not null);
                    if (taken is not { } number) continue;
                    held[who] = clock.GetUtcNow() + Span;
                    Assert.Equal(who == last ? fence : fence + 1, number);
                    (fence, last) = (number, who);
                }
            },
            iter: 12, threads: 1);
    }

    [Fact]
    public async Task One_has_the_turn_and_the_next_gets_it_when_the_first_is_told_to_stop()
    {
        await using var first = new Replica(State, clock);
        Assert.Equal(1, await first.TurnAsync());
        await using var second = new Replica(State, clock);
        Assert.Null(await second.WaitingAsync());
        // It renews what it has for as long as it likes.
        for (var renewals = 0; renewals < 9; renewals++)
        {
            await clock.WaitedForAsync(ReplicaTurns.Renewal);
            clock.Advance(ReplicaTurns.Renewal);
        }
        await clock.WaitedForAsync(ReplicaTurns.Renewal);
        Assert.False(second.HasHadTurn);
        await first.DisposeAsync();
        // Its wait may be one of those that were passed over.
        clock.Advance(ReplicaTurns.Asking);
        await clock.GoOnUntilAsync(second.NextTurn);
        Assert.Equal(2, await second.TurnAsync());
    }

    [Fact]
    public async Task Who_has_lost_the_turn_is_told_to_stop_and_stands_in_line_again()
    {
        await using var replica = new Replica(State, clock);
        Assert.Equal(1, await replica.TurnAsync());
        // As after a pause in which the lease ran out.
        State.Write(session => session.Execute(
            "UPDATE lease SET holder = 'another', fence = 2, until = @until",
            ("@until", (clock.GetUtcNow() + ReplicaTurns.Renewal + Second).ToUnixTimeMilliseconds())));
        await clock.WaitedForAsync(ReplicaTurns.Renewal);
        clock.Advance(ReplicaTurns.Renewal);
        Assert.Equal(1, await replica.LossAsync());
        await clock.GoOnUntilAsync(replica.NextTurn, longest: ReplicaTurns.Asking);
        Assert.Equal(3, await replica.TurnAsync());
    }

    [Fact]
    public async Task What_ends_by_itself_gives_the_turn_to_the_next()
    {
        await using var first = new Replica(State, clock);
        Assert.Equal(1, await first.TurnAsync());
        await using var second = new Replica(State, clock);
        Assert.Null(await second.WaitingAsync());
        first.End();
        await first.Running.WaitAsync(TestContext.Current.CancellationToken);
        await clock.GoOnUntilAsync(second.NextTurn);
        Assert.Equal(2, await second.TurnAsync());
    }
}
