using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.App.Web;

/// <summary>
/// How much a caller may send, how long it may take, and how many are answered at once. An answer is computed without waiting for
/// anything, so more than two per core make each slower and none sooner; the others stand in a short line, and who comes when that is
/// full is told at once to come back.
/// </summary>
internal static class RequestBounds
{
    /// <summary>Answers being computed for each core, and callers waiting for each core: 132 callers at once on two cores.</summary>
    private const int RunningPerCore = 2, WaitingPerCore = 64;

    private const int RetryAfterSeconds = 1;

    /// <summary>From arriving to being answered, waiting included.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    public static void Set(KestrelServerLimits limits)
    {
        // The longest question, each character of it percent-encoded, and little else.
        limits.MaxRequestLineSize = 32 * 1024;
        limits.MaxRequestBufferSize = 64 * 1024;
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MaxRequestBodySize = 4 * 1024;
        limits.MaxConcurrentConnections = 1_000;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
    }

    public static void Add(IServiceCollection services)
    {
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = Longest,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context => ApiError.WriteAsync(
                context, StatusCodes.Status503ServiceUnavailable, $"That took longer than {Longest.TotalSeconds:0} seconds. Try again in a moment."),
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
                await ApiError.WriteAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too many ask at once. Try again in a second.");
            };
            limiter.AddConcurrencyLimiter(Api.Limit, limit =>
            {
                limit.PermitLimit = RunningPerCore * Environment.ProcessorCount;
                limit.QueueLimit = WaitingPerCore * Environment.ProcessorCount;
                limit.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
            });
        });
    }
}
