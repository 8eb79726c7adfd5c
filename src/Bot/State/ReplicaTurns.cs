using System.Data.Common;
using Bot.Briefings.Storing;
using Microsoft.Extensions.Logging;

namespace Bot.State;

/// <summary>
/// What only one of the replicas does at a time. Who has the turn keeps it by a lease that is renewed every <see cref="Renewal"/>; who cannot renew it stops by
/// itself before another may begin; the others ask every <see cref="Asking"/>. Thread-safe.
/// </summary>
public sealed partial class ReplicaTurns
{
    internal static readonly TimeSpan Span = TimeSpan.FromSeconds(30), Renewal = TimeSpan.FromSeconds(10), Asking = TimeSpan.FromSeconds(2);

    /// <summary>Between the moment that a holder stops at the latest and the one that another may begin: for stopping, and for clocks that do not agree.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromSeconds(8);

    private readonly Lazy<Leases> leases;
    private readonly TimeProvider time;
    private readonly ILogger<ReplicaTurns> logger;

    /// <summary>This replica, from its start to its end; a person finds it by its beginning.</summary>
    private readonly string holder = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <param name="leases">Not asked for by a bot alone.</param>
    internal ReplicaTurns(bool isShared, Lazy<Leases> leases, TimeProvider time, ILogger<ReplicaTurns> logger) =>
        (IsShared, this.leases, this.time, this.logger) = (isShared, leases, time, logger);

    /// <summary>False for a bot alone: it need not ask anybody.</summary>
    public bool IsShared { get; }

    /// <summary>Does something whenever it is this replica's turn, until it is told to stop or what is done ends by itself.</summary>
    /// <param name="name">The same on all replicas.</param>
    /// <param name="act">
    /// Given the number of the turn, which grows by one with each change of replicas, and told to stop when the turn is over. It has some seconds to do so.
    /// </param>
    /// <param name="waiting">Told whenever it is not this replica's turn: null where another has it, else why nobody can tell, as a sentence.</param>
    public async Task RunAsync(string name, Func<long, CancellationToken, Task> act, Action<string?> waiting, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var asked = time.GetTimestamp();
            var (turn, problem) = await TakeAsync(name);
            if (turn is { } number && Left(asked) > TimeSpan.Zero)
            {
                if (await HoldAsync(name, number, asked, act, stop)) return;
            }
            else
            {
                // What was given too late is over before anything could be done with it.
                if (turn is not null) await Task.Run(() => Release(name), CancellationToken.None);
                waiting(problem);
                await WaitAsync(Asking, stop);
            }
        }
    }

    /// <param name="asked">When the lease was asked for: it counts from there.</param>
    /// <returns>True when what was done ended by itself, or was told to stop for good; false when the turn was lost.</returns>
    private async Task<bool> HoldAsync(string name, long turn, long asked, Func<long, CancellationToken, Task> act, CancellationToken stop)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var done = new CancellationTokenSource();
        var keeping = KeepAsync(name, turn, asked, over, done.Token);
        try
        {
            await act(turn, over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // As it was told to.
        }
        finally
        {
            await done.CancelAsync();
            await keeping;
            await Task.Run(() => Release(name), CancellationToken.None);
        }
        return stop.IsCancellationRequested || !over.IsCancellationRequested;
    }

    /// <summary>Renews the lease until that is no longer needed, and ends the turn where it was not possible in time.</summary>
    private async Task KeepAsync(string name, long turn, long renewed, CancellationTokenSource over, CancellationToken done)
    {
        for (var wait = Later(Renewal - time.GetElapsedTime(renewed)); ;)
        {
            await WaitAsync(wait, done);
            if (done.IsCancellationRequested) return;
            var asked = time.GetTimestamp();
            var taking = TakeAsync(name);
            // A database that answers too late has not answered. The time counts from the question that it answered last.
            if (Left(renewed) is var left && left > TimeSpan.Zero) await Task.WhenAny(taking, WaitAsync(left, done));
            if (done.IsCancellationRequested)
            {
                // What comes late must not take it again after it was given back.
                await taking;
                return;
            }
            var (now, problem) = taking.IsCompleted ? await taking : (null, "The database does not answer in time.");
            if (now == turn)
            {
                (renewed, wait) = (asked, Renewal);
            }
            else if (problem is not null && Left(renewed) > Asking)
            {
                LogNotRenewed(name, problem);
                wait = Asking;
            }
            else
            {
                LogLost(name, problem ?? "Another replica has it, or had it meanwhile.");
                await over.CancelAsync();
                await taking;
                return;
            }
        }
    }

    private static TimeSpan Later(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;

    private TimeSpan Left(long renewed) => Span - Margin - time.GetElapsedTime(renewed);

    /// <returns>The turn's number; null where another has it, or with a sentence, where nobody can tell.</returns>
    private Task<(long? Turn, string? Problem)> TakeAsync(string name) => Task.Run<(long?, string?)>(() =>
    {
        try
        {
            return (leases.Value.Take(name, holder, Span), null);
        }
        catch (Exception e) when (e is StateException or DbException)
        {
            return (null, e.Message);
        }
    });

    private void Release(string name)
    {
        try
        {
            leases.Value.Release(name, holder);
        }
        catch (Exception e) when (e is StateException or DbException)
        {
            LogNotReleased(name, e.Message);
        }
    }

    private Task WaitAsync(TimeSpan span, CancellationToken stop) => Task.Delay(span, time, stop).ContinueWith(_ => { }, TaskScheduler.Default);

    [LoggerMessage(LogLevel.Warning, "The lease of {Name} could not be renewed: {Problem}")]
    private partial void LogNotRenewed(string name, string problem);

    [LoggerMessage(LogLevel.Warning, "The lease of {Name} is over, and what it is for stops here: {Problem}")]
    private partial void LogLost(string name, string problem);

    [LoggerMessage(LogLevel.Information, "The lease of {Name} could not be given back, and runs out by itself: {Problem}")]
    private partial void LogNotReleased(string name, string problem);
}
