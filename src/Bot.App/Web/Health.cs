using Bot.Answers;
using Bot.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bot.App.Web;

internal sealed record Alive(string Status);

/// <param name="Missing">What is missing until questions can be answered, each as a sentence; empty when ready.</param>
/// <param name="Notes">What is to be known though nothing is missing: that another replica is connected to a platform, and this one stands by.</param>
internal sealed record Readiness(bool Ready, IReadOnlyList<string> Missing, IReadOnlyList<string> Notes);

/// <summary>For whoever watches over the process: neither needs a password, and neither tells anything of the briefings.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Ok(new Alive("alive"))).WithMetadata(new OpenToAll()).WithTags("Health")
            .WithSummary("200 while the process lives");
        routes.MapGet("/readyz", (ChatBot bot, IEnumerable<IChatPlatform> platforms) => Look(bot, platforms)).WithMetadata(new OpenToAll()).WithTags("Health")
            .WithSummary("200 when the index answers and each configured chat platform is connected, else 503 with what is missing")
            .Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static JsonHttpResult<Readiness> Look(ChatBot bot, IEnumerable<IChatPlatform> platforms)
    {
        var answer = bot.Ask($"/{CommandCatalog.Briefings}", Scope.Main, limit: 1);
        List<string> missing = answer.Status == AnswerStatus.Failed ? [$"The index does not answer; the log says why under reference {answer.Id}."] : [];
        var states = platforms.Select(platform => platform.State).ToList();
        missing.AddRange(states.Select(state => state.Missing).OfType<string>());
        return TypedResults.Json(
            new Readiness(missing.Count == 0, missing, [.. states.Select(state => state.Note).OfType<string>()]), ApiJson.Readable.Readiness,
            statusCode: missing.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>An address that is answered without a password.</summary>
internal sealed class OpenToAll;
