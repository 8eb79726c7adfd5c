using System.Net;
using System.Text;
using Bot.App.Tests.Fakes;
using Bot.Benchmarks.Corpora;
using Bot.Benchmarks.Measuring;
using Bot.Benchmarks.Work;
using Bot.Discord.Interactions;
using NSec.Cryptography;

namespace Bot.Benchmarks.Discord;

/// <summary>Signed commands posted to the bot's endpoint, made beforehand so that the clients cost little.</summary>
internal sealed class SignedRequests : IDisposable
{
    private const ulong Seed = 29;

    private const int Requests = 2_000;

    private const string Timestamp = "1767225600";

    private readonly ChildProgram bot;
    private readonly LoadClients clients;

    private SignedRequests(ChildProgram bot, LoadClients clients) => (this.bot, this.clients) = (bot, clients);

    /// <summary>The bot listening, once it has answered all of the requests.</summary>
    public static async Task<SignedRequests> StartAsync(string[] command, string data, FakeDiscord discord)
    {
        using var key = Key.Create(SignatureAlgorithm.Ed25519);
        discord.PublicKey = Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        var server = ChildProgram.FreePort();
        discord.EndpointUrl = $"http://{server}{InteractionEndpoint.Path}";
        var bot = MeasuredBot.Start(command, data, discord, ("Discord__Mode", "Webhook"), ("Discord__PublicKey", discord.PublicKey), ("Endpoints__Url", $"http://{server}"));
        try
        {
            var draws = Draws.Of(Seed, Requests, 0);
            var requests = Enumerable.Range(0, Requests).Select(_ =>
            {
                var interaction = SeedCommands.Draw(draws);
                discord.Prepare(interaction);
                return Signed(server, key, interaction.ToJsonString());
            }).ToList();
            await ListeningAsync(bot, server);
            using var connection = await HttpConnection.OpenAsync(server);
            foreach (var request in requests)
            {
                var status = await connection.GetAsync(request);
                if (status != 200) throw new InvalidOperationException($"A signed request was answered with status {status}: {connection.Body}");
            }
            return new SignedRequests(bot, new LoadClients(server, requests));
        }
        catch
        {
            bot.Dispose();
            throw;
        }
    }

    /// <summary>Each connection sends the next request when the last was answered.</summary>
    public Task<Loaded> AskAsync(int connections, double seconds) => MeasureAsync(() => clients.AskAsync(connections, TimeSpan.FromSeconds(seconds), TimeSpan.Zero));

    /// <summary>So many a second, whatever becomes of those before.</summary>
    public Task<Loaded> AskAtAsync(double perSecond, int connections, double seconds) => MeasureAsync(() => clients.AskAtAsync(perSecond, connections, TimeSpan.FromSeconds(seconds)));

    public void Dispose() => bot.Dispose();

    private async Task<Loaded> MeasureAsync(Func<Task<IReadOnlyList<Answered>>> ask)
    {
        var cores = new CoresUsed(bot.Process);
        var answers = await ask();
        return new Loaded(cores.Seconds, answers, null, cores.Program, cores.This, cores.Others);
    }

    private static async Task ListeningAsync(ChildProgram bot, IPEndPoint server)
    {
        while (true)
        {
            try
            {
                using var connection = await HttpConnection.OpenAsync(server);
                return;
            }
            catch (System.Net.Sockets.SocketException)
            {
                // Nobody listens yet.
            }
            bot.ThrowWhenLate(TimeSpan.FromMinutes(1), "listen");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    private static byte[] Signed(IPEndPoint server, Key key, string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var signature = Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, [.. Encoding.UTF8.GetBytes(Timestamp), .. body]));
        return
        [
            .. Encoding.ASCII.GetBytes(
                $"POST {InteractionEndpoint.Path} HTTP/1.1\r\nHost: {server}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
                + $"{InteractionEndpoint.SignatureHeader}: {signature}\r\n{InteractionEndpoint.TimestampHeader}: {Timestamp}\r\n\r\n"),
            .. body,
        ];
    }
}
