using Bot.Answers;
using Bot.App.Wording;
using Bot.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Bot.App.Web;

/// <summary>A chat platform at this moment.</summary>
/// <param name="Missing">What is missing, as a sentence that says what to do; null when it is connected.</param>
/// <param name="Note">What is to be known of it though nothing is missing: that another replica is the one connected; null for nothing.</param>
internal sealed record PlatformNow(string Name, bool IsConnected, string? Missing, string? Note);

/// <summary>A line that is sent as JSON.</summary>
/// <param name="Line">A command such as "/digest stop 7Q4KAB", or a question.</param>
/// <param name="Limit">How many passages at most, from 1 to 10; null for 10.</param>
internal sealed record SentLine(string Line, int? Limit);

/// <summary>What is told of digests and watches in every conversation.</summary>
/// <param name="Subscriptions">As /digest list.</param>
/// <param name="Watches">As /watch list; null where there are none to be had.</param>
/// <param name="Sent">As /digest sent.</param>
internal sealed record DigestsNow(ShownReply Subscriptions, ShownReply? Watches, ShownReply Sent);

/// <summary>
/// What scripts and the page ask. A GET changes nothing, for any page elsewhere can make a browser send one; what changes something is sent by POST. The status
/// is 200 also where nothing was found, 400 where the line could not be understood, 500 where the bot failed.
/// </summary>
internal static class Api
{
    /// <summary>The limit on how many are answered at once.</summary>
    public const string Limit = "api";

    private const string WatchList = "watch list";

    /// <summary>The longest line, each character of it escaped, and little else.</summary>
    private static readonly BodyLimit LargestLine = new(CommandParser.LongestLine * 6 + 256);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").RequireRateLimiting(Limit).WithTags("Briefings");
        MayFail<Answer>(api.MapGet("/ask", Ask));
        MayFail<ShownReply>(api.MapGet("/reply", Reply));
        MayFail<ShownReply>(api.MapPost("/reply", Do)).Produces<ApiError>(StatusCodes.Status415UnsupportedMediaType).WithMetadata(LargestLine);
        MayFail<DigestsNow>(api.MapGet("/digests", Digests));
        api.MapGet("/complete", Complete).Produces<IReadOnlyList<Completion>>();
        MayFail<Answer>(api.MapGet("/briefings", Briefings));
        api.MapGet("/indexing", Indexing).Produces<IndexingNow>();
        api.MapGet("/platforms", Platforms).Produces<IReadOnlyList<PlatformNow>>();
    }

    /// <summary>Answers a line as JSON for scripts, the same as <c>ask --json</c>.</summary>
    /// <param name="q">A command such as "/who Lavrov", or a question.</param>
    /// <param name="limit">How many passages at most, from 1 to 10.</param>
    public static IResult Ask(ChatBot bot, CancellationToken stop, string? q = null, int limit = Command.MostPassages) =>
        Send(bot.Ask(q ?? "", Scope.Main, limit, id: null, ThisMachine.Reader, stop));

    /// <summary>Answers a line as it is read: the headings, quotations and citations that the terminal shows too. A line that changes something is not done, but refused.</summary>
    /// <param name="q">A command such as "/who Lavrov", or a question.</param>
    /// <param name="limit">How many passages at most, from 1 to 10.</param>
    public static IResult Reply(
        ChatBot bot, IndexingView indexing, TimeProvider time, CancellationToken stop, string? q = null, int limit = Command.MostPassages) =>
        Show(bot.Ask(q ?? "", Scope.Main, limit, id: null, ThisMachine.Reader, stop), indexing, time);

    /// <summary>Does what a line says, also where that changes something, and answers as GET does. The body is application/json; a browser's Origin must be the bot's own.</summary>
    public static IResult Do(ChatBot bot, IndexingView indexing, TimeProvider time, SentLine sent, CancellationToken stop) =>
        Show(bot.Ask(sent.Line ?? "", Scope.Main, sent.Limit ?? Command.MostPassages, id: null, ThisMachine.Asker, stop), indexing, time);

    /// <summary>The digests and watches of every conversation, and what was sent when.</summary>
    public static IResult Digests(ChatBot bot, IndexingView indexing, TimeProvider time, CancellationToken stop)
    {
        var (list, sent) = (Ask(CommandCatalog.DigestList), Ask(CommandCatalog.DigestSent));
        var watches = CommandCatalog.Find(WatchList) is null ? null : Ask(WatchList);
        return new[] { list, sent, watches }.FirstOrDefault(answer => answer?.Status == AnswerStatus.Failed) is { } failed
            ? Failed(failed)
            : TypedResults.Json(new DigestsNow(Shown(list), watches is null ? null : Shown(watches), Shown(sent)), ApiJson.Readable.DigestsNow);

        Answer Ask(string command) => bot.Ask($"/{command}", Scope.Main, by: ThisMachine.Reader, cancellation: stop);
        ShownReply Shown(Answer answer) => ShownReply.Of(answer, indexing.Now().IsIndexing, time.GetUtcNow());
    }

    /// <summary>Ways to go on with a line that is being typed, best first.</summary>
    /// <param name="line">What was typed so far.</param>
    public static JsonHttpResult<IReadOnlyList<Completion>> Complete(ChatBot bot, string? line = null) =>
        TypedResults.Json(
            line is { Length: > 0 and <= CommandParser.LongestLine } ? bot.Complete(line, Scope.Main) : [],
            ApiJson.Readable.IReadOnlyListCompletion);

    /// <summary>What is in the corpus and what could not be read, as the answer to /briefings.</summary>
    /// <param name="page">A page of the list of briefings, counted from 1; without it counts and warnings.</param>
    public static IResult Briefings(ChatBot bot, CancellationToken stop, int? page = null) =>
        Send(bot.Ask($"/{CommandCatalog.Briefings}" + (page is { } number ? $" list page:{number}" : ""), Scope.Main, cancellation: stop));

    /// <summary>What is being indexed right now.</summary>
    public static JsonHttpResult<IndexingNow> Indexing(IndexingView indexing) => TypedResults.Json(indexing.Now(), ApiJson.Readable.IndexingNow);

    /// <summary>The chat platforms that the bot is set up for, and whether each is connected.</summary>
    public static JsonHttpResult<IReadOnlyList<PlatformNow>> Platforms(IEnumerable<IChatPlatform> platforms) => TypedResults.Json<IReadOnlyList<PlatformNow>>(
        [.. platforms.Select(platform => (platform.Name, platform.State)).Select(one => new PlatformNow(one.Name, one.State.IsConnected, one.State.Missing, one.State.Note))],
        ApiJson.Readable.IReadOnlyListPlatformNow);

    private static IResult Show(Answer answer, IndexingView indexing, TimeProvider time) => answer.Status == AnswerStatus.Failed
        ? Failed(answer)
        : TypedResults.Json(ShownReply.Of(answer, indexing.Now().IsIndexing, time.GetUtcNow()), ApiJson.Readable.ShownReply);

    private static IResult Send(Answer answer) =>
        answer.Status == AnswerStatus.Failed ? Failed(answer) : TypedResults.Text(AnswerJson.Write(answer), ApiJson.MediaType);

    private static JsonHttpResult<ApiError> Failed(Answer answer) => TypedResults.Json(
        ApiError.Of(answer.Reason ?? "", answer.Id), ApiJson.Readable.ApiError,
        statusCode: answer.IsFault ? StatusCodes.Status500InternalServerError : StatusCodes.Status400BadRequest);

    private static RouteHandlerBuilder MayFail<T>(RouteHandlerBuilder route) => route
        .Produces<T>()
        .Produces<ApiError>(StatusCodes.Status400BadRequest)
        .Produces<ApiError>(StatusCodes.Status429TooManyRequests)
        .Produces<ApiError>(StatusCodes.Status500InternalServerError);

    private sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
