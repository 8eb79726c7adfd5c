using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Bot.Benchmarks.Corpora;

namespace Bot.Benchmarks.Work;

/// <summary>One request of a load. <paramref name="At"/>: seconds from its beginning until the request was sent.</summary>
/// <param name="Status">0 when there was no response.</param>
internal readonly record struct Answered(double At, double Milliseconds, int Status);

/// <summary>So many clients on connections of their own, each of which asks the next thing when the last was answered.</summary>
internal sealed class LoadClients(IPEndPoint server, IReadOnlyList<byte[]> requests)
{
    private const ulong Seed = 11;

    /// <summary>Bounds the load in count as in time: ten minutes at seven thousand a second.</summary>
    private const int MostRequests = 4_000_000;

    /// <param name="pause">What a client waits from an answer to its next question; they do not begin all at once then.</param>
    public async Task<IReadOnlyList<Answered>> AskAsync(int clients, TimeSpan length, TimeSpan pause)
    {
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(number => Task.Run(() => AskAsync(number, MostRequests / clients, start, length, pause))));
        return [.. all.SelectMany(answered => answered)];
    }

    /// <summary>So many requests a second by a schedule, whatever becomes of those before, as far as connections are free; a request's time begins when it is due.</summary>
    public async Task<IReadOnlyList<Answered>> AskAtAsync(double perSecond, int connections, TimeSpan length)
    {
        var (start, count, next) = (Stopwatch.GetTimestamp(), Math.Min(MostRequests, (int)(perSecond * length.TotalSeconds)), -1);
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(async () =>
        {
            var draws = Draws.Of(Seed, (ulong)requests.Count, number);
            var answered = new List<Answered>();
            using var connection = await HttpConnection.OpenAsync(server);
            while (Interlocked.Increment(ref next) is var mine && mine < count)
            {
                var due = mine / perSecond;
                var wait = Math.Ceiling(1_000 * (due - Stopwatch.GetElapsedTime(start).TotalSeconds));
                if (wait > 0) await Task.Delay(TimeSpan.FromMilliseconds(wait), TimeProvider.System);
                var status = await connection.GetAsync(draws.Any(requests));
                answered.Add(new Answered(due, 1_000 * (Stopwatch.GetElapsedTime(start).TotalSeconds - due), status));
            }
            return answered;
        })));
        return [.. all.SelectMany(answered => answered)];
    }

    private async Task<List<Answered>> AskAsync(int number, int most, long start, TimeSpan length, TimeSpan pause)
    {
        var draws = Draws.Of(Seed, (ulong)requests.Count, number);
        var answered = new List<Answered>();
        var connection = await HttpConnection.OpenAsync(server);
        try
        {
            if (pause > TimeSpan.Zero) await Task.Delay(pause * (draws.Below(1_000) / 1_000.0), TimeProvider.System);
            while (answered.Count < most && Stopwatch.GetElapsedTime(start) < length)
            {
                var (sent, status) = (Stopwatch.GetTimestamp(), 0);
                try
                {
                    status = await connection.GetAsync(draws.Any(requests));
                }
                catch (Exception e) when (e is IOException or SocketException)
                {
                    // Counted as an error of its own; the client comes back, as people do.
                    connection.Dispose();
                    connection = await HttpConnection.OpenAsync(server);
                }
                answered.Add(new Answered(Stopwatch.GetElapsedTime(start, sent).TotalSeconds, Stopwatch.GetElapsedTime(sent).TotalMilliseconds, status));
                if (pause > TimeSpan.Zero) await Task.Delay(pause, TimeProvider.System);
            }
        }
        finally
        {
            connection.Dispose();
        }
        return answered;
    }
}
