using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.State;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Gateway;

/// <summary>
/// Keeps a connection to Discord's gateway for as long as the bot runs: resumes where that is possible, begins anew where it is not, waits longer after each
/// failure, and stops with a sentence where only somebody can help. Of replicas that share a database one does so, and the others stand by.
/// </summary>
internal sealed partial class GatewayService : BackgroundService
{
    private const string Turn = "discord.gateway";

    private const string StandingBy = "Standing by while another replica is connected to Discord.";

    /// <summary>So many failures in a row to resume, and a session is given up.</summary>
    private const int MostResumes = 3;

    private static readonly TimeSpan LongestAway = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(10);

    private readonly DiscordOptions options;
    private readonly DiscordRest rest;
    private readonly PortalCheck portal;
    private readonly GatewayReceiver receiver;
    private readonly Warmup warmup;
    private readonly OngoingWork work;
    private readonly PlatformNotes notes;
    private readonly ReplicaTurns turns;
    private readonly ConnectionState state;
    private readonly TimeProvider time;
    private readonly ILogger<GatewayService> logger;
    private readonly GatewaySession session = new();
    private readonly Func<double> random = Random.Shared.NextDouble;
    private readonly Backoff backoff;
    private Task warm = Task.CompletedTask, watching = Task.CompletedTask;
    private long stoodUntil, stoodSince;
    private int failedResumes;
    private bool hasGivenUp;
    private string? told;
    private long? hurried;

    public GatewayService(
        IOptions<DiscordOptions> options, DiscordRest rest, PortalCheck portal, GatewayReceiver receiver, Warmup warmup, OngoingWork work, PlatformNotes notes,
        ReplicaTurns turns, ConnectionState state, TimeProvider time, ILogger<GatewayService> logger)
    {
        (this.options, this.rest, this.portal, this.receiver, this.warmup) = (options.Value, rest, portal, receiver, warmup);
        (this.work, this.notes, this.turns, this.state, this.time, this.logger) = (work, notes, turns, state, time, logger);
        backoff = new Backoff(random);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Remember(() => SavedSession.TakeInto(notes, session, options));
        stoodUntil = time.GetTimestamp();
        warm = Task.Run(() => warmup.Run(stoppingToken), CancellationToken.None);
        watching = portal.WatchAsync(isLooked: false, stoppingToken);
        await (turns.IsShared ? turns.RunAsync(Turn, KeepConnectedAsync, Wait, stoppingToken) : KeepConnectedAsync(stoppingToken));
    }

    /// <summary>Waits for what is being answered, also by a bot that has given up the gateway: what comes to its endpoint it answers still.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(work.WhenDoneAsync(), receiver.WhenRegisteredAsync(), warm, watching);
        if (!hasGivenUp) Remember(() => SavedSession.Write(notes, session, options));
    }

    /// <summary>Without its session a bot begins anew, which is no reason not to.</summary>
    private void Remember(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (e is StateException or JsonException)
        {
            LogForgotten(e);
        }
    }

    private Task KeepConnectedAsync(long turn, CancellationToken stop)
    {
        told = null;
        // What came since another replica was connected that one has answered, and a resumed session would bring it all once more.
        if (!(turn - session.Turn <= 1)) session.Forget();
        session.Turn = turn;
        state.Set("Connecting to Discord.");
        return KeepConnectedAsync(stop);
    }

    /// <param name="problem">Why nobody can tell which replica is to be connected; null where another is.</param>
    private void Wait(string? problem)
    {
        if (problem is null) state.StandBy(StandingBy);
        else state.Set(problem);
        if (told == (problem ?? StandingBy)) return;
        told = problem ?? StandingBy;
        if (problem is null) LogStandingBy();
        else LogNotTold(problem);
    }

    private async Task KeepConnectedAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            TimeSpan wait;
            try
            {
                var next = await ConnectAsync(stop);
                if (next is NextStep.Stop end)
                {
                    GiveUp(end.Reason);
                    return;
                }
                state.Set("Connecting to Discord again.");
                wait = WaitBefore(next);
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                // However a connection ends that is told to, it is no problem of Discord's.
                return;
            }
            catch (DiscordException e) when (e.Status == HttpStatusCode.Unauthorized)
            {
                GiveUp(e.Message);
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException) // whatever one connection ends with, terminal and page must live on, and the next may stand
            {
                wait = backoff.Next();
                var isKnown = e is DiscordException or WebSocketException or IOException;
                var sentence = e is DiscordException ? e.Message : $"Discord cannot be reached: {e.Message.TrimEnd('.')}.";
                state.Set(isKnown ? sentence : "The connection to Discord failed; the log says why.");
                if (isKnown) LogAway(sentence, Math.Round(wait.TotalSeconds, 1));
                else LogFailed(e);
            }
            await Task.Delay(wait, time, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>One connection, and what its end asks for.</summary>
    private async Task<NextStep> ConnectAsync(CancellationToken stop)
    {
        // Discord keeps a session some minutes; and where it was to be resumed there may be nobody any more.
        if (session.CanResume && time.GetElapsedTime(stoodUntil) > LongestAway) session.Forget();
        var url = session.CanResume ? session.ResumeUrl! : await WhereToBeginAsync(stop);
        await warm;
        // A session that is begun only to be left would be one less for the day.
        stop.ThrowIfCancellationRequested();
        using var connection = new GatewayConnection(session, options.Token, time, random, receiver.EventsOf(session, () => stoodSince = time.GetTimestamp(), stop));
        try
        {
            return await connection.RunAsync(url, stop);
        }
        finally
        {
            // A line that is down is no reason to give a session up; one that Discord does not take up again is.
            failedResumes = connection.IsReady ? 0 : connection.HasTriedToResume ? failedResumes + 1 : failedResumes;
            if (failedResumes >= MostResumes) session.Forget();
            if (connection.IsReady) stoodUntil = time.GetTimestamp();
            // One that is closed as soon as it stands must not be begun again and again.
            if (connection.IsReady && time.GetElapsedTime(stoodSince) >= Calm) backoff.Succeeded();
        }
    }

    private TimeSpan WaitBefore(NextStep next)
    {
        if (next is NextStep.Anew)
        {
            session.Forget();
            // As Discord asks, after a session was refused; and longer when it is refused again and again.
            var (asked, longer) = (TimeSpan.FromSeconds(1 + (4 * random())), backoff.Next());
            return asked > longer ? asked : longer;
        }
        // Once at once; what is asked for again right away would have no end.
        if (next is not NextStep.GoOn { AtOnce: true } || (hurried is { } last && time.GetElapsedTime(last) < Calm)) return backoff.Next();
        hurried = time.GetTimestamp();
        return TimeSpan.Zero;
    }

    private void GiveUp(string reason)
    {
        hasGivenUp = true;
        state.Set(reason);
        LogStopped(reason);
    }

    private async Task<string> WhereToBeginAsync(CancellationToken stop)
    {
        var gateway = await rest.GetGatewayAsync(stop);
        if (gateway.SessionStartLimit.Remaining > 0) return gateway.Url;
        // More beginnings than Discord allows in a day, and the token is taken away.
        var wait = TimeSpan.FromMilliseconds(gateway.SessionStartLimit.ResetAfter);
        var reason = $"Discord allows no new session for another {Math.Ceiling(wait.TotalMinutes):0} minutes: the bot began too many today.";
        state.Set(reason);
        LogStopped(reason);
        await Task.Delay(wait, time, stop);
        return gateway.Url;
    }

    [LoggerMessage(LogLevel.Warning, "The session with Discord could not be kept or read; a new one is begun")]
    private partial void LogForgotten(Exception error);

    [LoggerMessage(LogLevel.Warning, "{Problem} Trying again in {Seconds} s")]
    private partial void LogAway(string problem, double seconds);

    [LoggerMessage(LogLevel.Error, "The connection to Discord failed; it is tried again")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(LogLevel.Information, StandingBy)]
    private partial void LogStandingBy();

    [LoggerMessage(LogLevel.Warning, "No connection to Discord until it is known whether another replica has one: {Problem}")]
    private partial void LogNotTold(string problem);

    [LoggerMessage(LogLevel.Error, "{Reason}")]
    private partial void LogStopped(string reason);
}
