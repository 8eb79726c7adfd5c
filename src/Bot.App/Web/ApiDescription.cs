using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.App.Web;

/// <summary>
/// The OpenAPI description, made by the framework out of the routes, the records and their documentation comments when it is first asked
/// for: it cannot tell anything but what the program does.
/// </summary>
internal static class ApiDescription
{
    public const string Path = "/api/openapi.json";

    public static void Add(IServiceCollection services) => services.AddOpenApi(options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Briefing bot";
            document.Info.Version = typeof(ApiDescription).Assembly.GetName().Version?.ToString(3);
            document.Info.Description =
                "Verbatim answers from a folder of briefings. Offsets are UTF-16 code units of a briefing's text, half-open; fields are only ever added to. "
                + "Where a password is set: Authorization: Bearer PASSWORD.";
            // Each deployment has its own address, and which one is asked need not be told.
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi(Path).RequireRateLimiting(Api.Limit);
}
