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
    /// <summary>Wherever Discord says so: only somebody can help.</summary>
    public const string TokenRefusedSentence =
        "Discord does not take the token: copy it anew from the developer portal (Bot, Reset Token) into Discord:Token, and start the bot again.";

    private const int Tries = 3;

    private const int LargestAnswer = 8 << 20;

    private const long NotKnown = long.MinValue;

    /// <summary>Discord's edge blocks what has no such name.</summary>
    private static readonly string UserAgent = $"DiscordBot (https://example.org/briefing-bot, {typeof(DiscordRest).Assembly.GetName().Version?.ToString(3)})";

    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromMilliseconds(250), LongestRequest = TimeSpan.FromSeconds(10);

    /// <summary>Longer than this nobody waits without a word: whoever asked is told, and may come again.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>A first answer is of no use after its three seconds.</summary>
    private static readonly TimeSpan LongestOfFirst = TimeSpan.FromSeconds(3);

    private readonly HttpClient client;
    private readonly RateLimits limits;
    private readonly TimeProvider time;
    private readonly AuthenticationHeaderValue token;
    private volatile bool isRefused;
    private long clockAhead = NotKnown;

    public DiscordRest(IOptions<DiscordOptions> options, TimeProvider time)
    {
        var settings = options.Value;
        this.time = time;
        limits = new RateLimits(time);
        token = new AuthenticationHeaderValue("Bot", settings.Token);
        // A redirection would turn a POST into a GET, whose answer says nothing about what was posted.
        client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(settings.ApiUrl.TrimEnd('/') + "/"),
            Timeout = LongestRequest,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
    }

    /// <summary>How far this machine's clock is ahead of Discord's, to a second or so; null before the first answer.</summary>
    public TimeSpan? ClockAhead => Volatile.Read(ref clockAhead) is var ticks && ticks == NotKnown ? null : TimeSpan.FromTicks(ticks);

    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task<GatewayInfo> GetGatewayAsync(CancellationToken stop) =>
        SendAsync(HttpMethod.Get, "gateway/bot", null, DiscordJson.Default.GatewayInfo, stop);

    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task<ApplicationBody> GetApplicationAsync(CancellationToken stop) =>
        SendAsync(HttpMethod.Get, "applications/@me", null, DiscordJson.Default.ApplicationBody, stop);

    /// <summary>The servers that the bot is in, 200 at most.</summary>
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task<IReadOnlyList<GuildBody>> GetGuildsAsync(CancellationToken stop) =>
        SendAsync(HttpMethod.Get, "users/@me/guilds", null, DiscordJson.Default.IReadOnlyListGuildBody, stop);

    /// <summary>The application's commands in a server: refused with <see cref="ErrorCode.MissingAccess"/> where it may have none.</summary>
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task<IReadOnlyList<RegisteredCommand>> GetGuildCommandsAsync(string application, string guild, CancellationToken stop) =>
        SendAsync(HttpMethod.Get, $"applications/{application}/guilds/{guild}/commands", null, DiscordJson.Default.IReadOnlyListRegisteredCommand, stop);

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

    /// <summary>The newest 100 messages of a channel or thread.</summary>
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task<IReadOnlyList<DiscordMessage>> GetNewestMessagesAsync(string channel, CancellationToken stop) =>
        SendAsync(HttpMethod.Get, $"channels/{channel}/messages?limit=100", null, DiscordJson.Default.IReadOnlyListDiscordMessage, stop);

    /// <summary>The first answer to an interaction, which must come within three seconds: sent at once, whatever else waits.</summary>
    /// <param name="body">A callback, as JSON.</param>
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task AnswerAsync(string interaction, string interactionToken, byte[] body, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, $"interactions/{interaction}/{interactionToken}/callback", body, stop, isExempt: true, longestWait: LongestOfFirst);

    /// <summary>
    /// Puts a message in place of the first answer; within 15 minutes of the interaction. Where that answer was the response to a request of Discord's, it may
    /// not know of it yet.
    /// </summary>
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task EditAnswerAsync(string application, string interactionToken, MessageBody message, CancellationToken stop) => SendAsync(
        HttpMethod.Patch, $"webhooks/{application}/{interactionToken}/messages/@original",
        // Who sees it was said with the first answer.
        JsonSerializer.SerializeToUtf8Bytes(message with { Flags = null }, DiscordJson.Default.MessageBody), stop, isExempt: true, passing: ErrorCode.UnknownWebhook);

    /// <summary>Says something more to whoever did what an interaction tells of, for them alone; within 15 minutes of it.</summary>
    /// <exception cref="DiscordException">Refused, or not to be reached.</exception>
    public Task FollowUpAsync(string application, string interactionToken, MessageBody message, CancellationToken stop) => SendAsync(
        HttpMethod.Post, $"webhooks/{application}/{interactionToken}",
        JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.MessageBody), stop, isExempt: true, passing: ErrorCode.UnknownWebhook, isRepeatable: false);

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

    /// <param name="isExempt">Of an interaction: its token is all it takes, and no limit but its own holds for it.</param>
    /// <param name="passing">A code that means "not yet" here.</param>
    /// <param name="longestWait">What Discord may ask to wait before another try; null: half a minute.</param>
    /// <param name="isRepeatable">False for what would be done twice when it is sent twice.</param>
    private async Task<byte[]> SendAsync(
        HttpMethod method, string path, byte[]? body, CancellationToken stop, bool isExempt = false, int? passing = null, TimeSpan? longestWait = null, bool isRepeatable = true)
    {
        var (route, waited) = ($"{method} {path.Split('?')[0]}", TimeSpan.Zero);
        for (var attempt = 1; ; attempt++)
        {
            if (isRefused && !isExempt) throw TokenRefused();
            while (!isExempt && limits.Take(route) is var turn && turn > TimeSpan.Zero)
            {
                waited += turn;
                if (waited > LongestWait) throw AsksForPatience(turn);
                await Task.Delay(turn, time, stop);
            }
            var (answer, wait, problem) = await TryAsync(method, path, route, body, isExempt, stop);
            if (problem is null) return answer;
            // The try before got through, and only what was answered to it did not.
            if (attempt > 1 && problem.Code == ErrorCode.AlreadyAcknowledged) return [];
            // What was posted, and only not told of, would stand there twice.
            var isUncertain = !isRepeatable && problem.Status is null or >= HttpStatusCode.InternalServerError;
            if (attempt == Tries || wait > (longestWait ?? LongestWait) || isUncertain || !(problem.IsPassing || problem.Code == passing)) throw problem;
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
            if (response.Headers.Date is { } date) Volatile.Write(ref clockAhead, (time.GetUtcNow() - date).Ticks);
            if (!isExempt) Note(route, response);
            if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests) limits.NoteInvalid();
            return response.IsSuccessStatusCode ? (answer, null, null) : Refusal(response, answer, path, route, isExempt);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return ([], null, new DiscordException(null, 0, $"Discord does not answer: {(e is OperationCanceledException ? "no answer within ten seconds" : e.Message.TrimEnd('.'))}.", e));
        }
    }

    private void Note(string route, HttpResponseMessage response) => limits.Note(
        route, response.Headers.TryGetValues("X-RateLimit-Bucket", out var bucket) ? bucket.First() : null,
        NumberIn(response, "X-RateLimit-Remaining") is { } left ? (int)left : null, Seconds(NumberIn(response, "X-RateLimit-Reset-After")));

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
            wait = Seconds(error.RetryAfter ?? NumberIn(response, "Retry-After")) ?? TimeSpan.FromSeconds(1);
            if (!isExempt) limits.Refused(route, wait.Value, error.Global ?? false);
        }
        if (wait > LongestWait) return ([], wait, AsksForPatience(wait.Value));
        var said = error.Message is { Length: > 0 } message ? $" It says: {string.Join("; ", error.Places.Take(5).Prepend(message))}" : "";
        return ([], wait, new DiscordException(status, error.Code ?? 0, $"Discord answered {(int)status} to {response.RequestMessage!.Method} {Shown(path)}.{said}"));
    }

    private static DiscordException TokenRefused() => new(HttpStatusCode.Unauthorized, 0, TokenRefusedSentence);

    private static DiscordException AsksForPatience(TimeSpan wait) => new(
        HttpStatusCode.TooManyRequests, 0, $"Discord asks to wait for another {(wait.TotalMinutes < 2 ? $"{wait.TotalSeconds:0} seconds" : $"{wait.TotalMinutes:0} minutes")}.");

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

    private static double? NumberIn(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static TimeSpan? Seconds(double? seconds) => seconds is >= 0 and < 1e6 ? TimeSpan.FromSeconds(seconds.Value) : null;

    private Task DelayAsync(TimeSpan wait, CancellationToken stop) => wait > TimeSpan.Zero ? Task.Delay(wait, time, stop) : Task.CompletedTask;
}
