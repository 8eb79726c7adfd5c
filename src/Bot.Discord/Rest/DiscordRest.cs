using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Wire;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Rest;

/// <summary>
/// Discord's REST API as far as the bot needs it (discord.com/developers/docs/reference). Waits where Discord says so, tries three times what may go a second
/// time, and sends nothing more with a token that was refused, for ten thousand such requests bring a block.
/// </summary>
internal sealed class DiscordRest : IDisposable
{
    private const int Tries = 3;

    /// <summary>Discord's edge blocks what has no such name.</summary>
    private static readonly string UserAgent = $"DiscordBot (https://example.org/briefing-bot, {typeof(DiscordRest).Assembly.GetName().Version?.ToString(3)})";

    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMilliseconds(250), LongestRequest = TimeSpan.FromSeconds(10);

    private readonly HttpClient client;
    private readonly RateLimits limits;
    private readonly TimeProvider time;
    private readonly AuthenticationHeaderValue token;
    private volatile bool isRefused;

    public DiscordRest(IOptions<DiscordOptions> options, TimeProvider time)
    {
        var settings = options.Value;
        this.time = time;
        limits = new RateLimits(time);
        token = new AuthenticationHeaderValue("Bot", settings.Token);
        client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseCookies = false })
        {
            BaseAddress = new Uri(settings.ApiUrl.TrimEnd('/') + "/"),
            Timeout = LongestRequest,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
    }

    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task<GatewayInfo> GetGatewayAsync(CancellationToken stop) =>
        SendAsync(HttpMethod.Get, "gateway/bot", null, DiscordJson.Default.GatewayInfo, stop);

    /// <summary>Puts these commands in place of all that the application has there.</summary>
    /// <param name="guild">Null: for all servers.</param>
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task PutCommandsAsync(string application, string? guild, IReadOnlyList<CommandBody> commands, CancellationToken stop) => SendAsync(
        HttpMethod.Put,
        guild is null ? $"applications/{application}/commands" : $"applications/{application}/guilds/{guild}/commands",
        JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Default.IReadOnlyListCommandBody), stop);

    /// <summary>Posts a message in a channel or thread. One with a nonce that must be unique is posted once, however often it is sent within some minutes.</summary>
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task<DiscordMessage> PostMessageAsync(string channel, MessageBody message, CancellationToken stop) => SendAsync(
        HttpMethod.Post, $"channels/{channel}/messages", JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.MessageBody),
        DiscordJson.Default.DiscordMessage, stop);

    /// <summary>The first answer to an interaction, which must come within three seconds: sent at once, whatever else waits.</summary>
    /// <param name="body">A callback, as JSON.</param>
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task AnswerAsync(string interaction, string interactionToken, byte[] body, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, $"interactions/{interaction}/{interactionToken}/callback", body, stop, isExempt: true);

    /// <summary>Puts a message in place of the first answer; within 15 minutes of the interaction.</summary>
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task EditAnswerAsync(string application, string interactionToken, MessageBody message, CancellationToken stop) => SendAsync(
        HttpMethod.Patch, $"webhooks/{application}/{interactionToken}/messages/@original",
        JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.MessageBody), stop, isExempt: true);

    public void Dispose() => client.Dispose();

    private async Task<T> SendAsync<T>(HttpMethod method, string path, byte[]? body, JsonTypeInfo<T> type, CancellationToken stop)
    {
        var answer = await SendAsync(method, path, body, stop);
        try
        {
            return JsonSerializer.Deserialize(answer, type) ?? throw new JsonException("Nothing was answered.");
        }
        catch (JsonException e)
        {
            throw new DiscordException(HttpStatusCode.OK, 0, $"Discord answered {method} {Shown(path)} with something else than was asked for.", e);
        }
    }

    private async Task<byte[]> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken stop, bool isExempt = false)
    {
        var route = $"{method} {path}";
        for (var attempt = 1; ; attempt++)
        {
            if (isRefused && !isExempt) throw TokenRefused();
            if (!isExempt) await DelayAsync(limits.WaitFor(route), stop);
            var (answer, wait, problem) = await TryAsync(method, path, route, body, isExempt, stop);
            if (problem is null) return answer;
            // The try before got through, and only what was answered to it did not.
            if (attempt > 1 && problem.Code == ErrorCode.AlreadyAcknowledged) return [];
            if (!problem.IsPassing || attempt == Tries) throw problem;
            await DelayAsync(wait ?? (PauseAfterFault * attempt), stop);
        }
    }

    /// <summary>One request: what was answered, or what went wrong and how long Discord says to wait.</summary>
    private async Task<(byte[] Answer, TimeSpan? Wait, DiscordException? Problem)> TryAsync(
        HttpMethod method, string path, string route, byte[]? body, bool isExempt, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, path);
        // The token of an interaction is all that answering it takes; the bot's own goes nowhere it need not.
        if (!isExempt) request.Headers.Authorization = token;
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            using var response = await client.SendAsync(request, stop);
            var answer = await response.Content.ReadAsByteArrayAsync(stop);
            if (!isExempt) limits.Note(route, HeaderOf(response, "X-RateLimit-Remaining") is { } left ? (int)left : null, Seconds(HeaderOf(response, "X-RateLimit-Reset-After")));
            return response.IsSuccessStatusCode ? (answer, null, null) : Refusal(response, answer, path, route, isExempt);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return ([], null, new DiscordException(null, 0, $"Discord does not answer: {(e is OperationCanceledException ? "no answer within ten seconds" : e.Message.TrimEnd('.'))}.", e));
        }
    }

    private (byte[], TimeSpan?, DiscordException?) Refusal(HttpResponseMessage response, byte[] answer, string path, string route, bool isExempt)
    {
        var (status, error) = (response.StatusCode, ReadError(answer));
        if (status == HttpStatusCode.Unauthorized && !isExempt)
        {
            isRefused = true;
            return ([], null, TokenRefused());
        }
        TimeSpan? wait = null;
        if (status == HttpStatusCode.TooManyRequests)
        {
            wait = Seconds(error.RetryAfter ?? HeaderOf(response, "Retry-After")) ?? TimeSpan.FromSeconds(1);
            if (!isExempt) limits.Refused(route, wait.Value, error.Global ?? false);
        }
        var said = error.Message is { Length: > 0 } message ? $" It says: {message}" : "";
        return ([], wait, new DiscordException(status, error.Code ?? 0, $"Discord answered {(int)status} to {response.RequestMessage!.Method} {Shown(path)}.{said}"));
    }

    private static DiscordException TokenRefused() => new(
        HttpStatusCode.Unauthorized, 0, "Discord does not take the token: copy it anew from the developer portal (Bot, Reset Token) into Discord:Token.");

    private static ErrorBody ReadError(byte[] answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer, DiscordJson.Default.ErrorBody) ?? new ErrorBody();
        }
        catch (JsonException)
        {
            // A proxy on the way answered in its own words.
            return new ErrorBody();
        }
    }

    /// <summary>The path without an interaction's token, which is a secret for a quarter of an hour.</summary>
    private static string Shown(string path) => path.StartsWith("interactions/", StringComparison.Ordinal) || path.StartsWith("webhooks/", StringComparison.Ordinal)
        ? path[..path.IndexOf('/', StringComparison.Ordinal)]
        : path;

    private static double? HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static TimeSpan? Seconds(double? seconds) => seconds is >= 0 and < 1e6 ? TimeSpan.FromSeconds(seconds.Value) : null;

    private Task DelayAsync(TimeSpan wait, CancellationToken stop) => wait > TimeSpan.Zero ? Task.Delay(wait, time, stop) : Task.CompletedTask;
}
