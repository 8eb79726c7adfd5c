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
        if (isForeign && (request.Path.StartsWithSegments("/api") || !HttpMethods.IsGet(request.Method)))
        {
            return ApiError.WriteAsync(context, StatusCodes.Status403Forbidden, "Another site's page may not ask this bot.");
        }
        return next(context);
    }
}
