using Bot.Discord.Interactions;
using Microsoft.AspNetCore.Http;

namespace Bot.App.Web;

/// <summary>Lets nobody else's page speak to us through its visitor's browser: by the name it called, and by where the browser says it came from.</summary>
internal sealed class CallerCheck(WebAddress address)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        // Under whatever name a proxy passes it on: its signature says who sent it, and no browser of a visitor's can make one.
        if (request.Path == InteractionEndpoint.Path) return next(context);
        if (!request.Host.HasValue || !address.IsCalled(request.Host.Host))
        {
            return ApiError.WriteAsync(context, StatusCodes.Status400BadRequest,
                $"This bot is not called by that name. Call it as {address.Display(address.Port)}, or set {WebOptions.UrlKey} to the name it has.");
        }
        // A link to the page may stand anywhere; its data and its login are for itself.
        var isForeign = request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site";
        var isData = request.Path.StartsWithSegments("/api");
        // Browsers that say nothing of the site still say from which origin they post; the login's form, from a page that tells no referrer, from none.
        var isElsewhere = isData && !HttpMethods.IsGet(request.Method) && request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwn(origin, request.Host);
        if (isElsewhere || (isForeign && (isData || !HttpMethods.IsGet(request.Method))))
        {
            return ApiError.WriteAsync(context, StatusCodes.Status403Forbidden, "Another site's page may not ask this bot.");
        }
        return next(context);
    }

    /// <summary>Whether a page of that origin came from the host that is called. The scheme is not compared: a proxy may speak TLS for us.</summary>
    private static bool IsOwn(string origin, HostString host) => Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && page.Scheme is "http" or "https" && Uri.TryCreate($"{page.Scheme}://{host.Value}", UriKind.Absolute, out var called) && page.Authority == called.Authority;
}
