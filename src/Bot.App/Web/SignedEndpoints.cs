using Bot.App.CommandLine;
using Bot.Chat;
using Bot.Discord.Interactions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.App.Web;

/// <summary>
/// Where chat platforms post: each request is signed, so it needs no password, and no name that the bot is called by; whoever cannot sign gets a 401.
/// With <c>Endpoints:Url</c> on a listener of its own, with health beside it and nothing of the page: the one to publish.
/// </summary>
internal static class SignedEndpoints
{
    /// <summary>Null where <c>Endpoints:Url</c> is empty.</summary>
    /// <exception cref="CannotStartException">The address cannot be listened on.</exception>
    public static async Task<WebListener?> StartAsync(RunningBot bot, CancellationToken stop)
    {
        var url = bot.Services.GetRequiredService<IOptions<EndpointsOptions>>().Value.Url;
        if (url.Length == 0 || WebAddress.TryParse(url) is not { } address) return null;
        var builder = WebListener.BuilderAt(address, bot);
        foreach (var platform in bot.Services.GetServices<IChatPlatform>()) builder.Services.AddSingleton(platform);
        RequestBounds.Add(builder.Services);
        ApiJson.Add(builder.Services);
        var app = builder.Build();
        var faults = new FaultEdge(bot.Services.GetRequiredService<ILogger<FaultEdge>>(), $"Chat platforms post here: Discord to {InteractionEndpoint.Path}.");
        app.Use(faults.InvokeAsync);
        app.UseRouting();
        app.UseRequestTimeouts();
        Health.Map(app);
        Map(app, bot);
        return await WebListener.StartAsync(app, address, EndpointsOptions.UrlKey, url, stop);
    }

    public static void Map(IEndpointRouteBuilder routes, RunningBot bot)
    {
        if (bot.Services.GetService<InteractionEndpoint>() is not { } discord) return;
        routes.MapPost(InteractionEndpoint.Path, (RequestDelegate)(context => AnswerAsync(context, discord))).WithMetadata(new OpenToAll()).ExcludeFromDescription();
    }

    private static async Task AnswerAsync(HttpContext context, InteractionEndpoint discord)
    {
        var headers = context.Request.Headers;
        var (signature, timestamp) = ((string?)headers[InteractionEndpoint.SignatureHeader], (string?)headers[InteractionEndpoint.TimestampHeader]);
        var answer = discord.Refusal(signature, timestamp) ?? await discord.AnswerAsync(signature, timestamp, await ReadAsync(context), context.RequestAborted);
        if (answer.Problem is { } problem)
        {
            await ApiError.WriteAsync(context, answer.Status, problem);
            return;
        }
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = ApiJson.MediaType;
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    /// <exception cref="BadHttpRequestException">It is too long.</exception>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = InteractionEndpoint.LargestBody;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
