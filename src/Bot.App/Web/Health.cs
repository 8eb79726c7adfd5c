using Bot.Answers;
using Bot.Chat;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Bot.App.Web;

internal sealed record Alive(string Status);

/// <param name="Missing">What is missing until questions can be answered, each as a sentence; empty when ready.</param>
internal sealed record Readiness(bool Ready, IReadOnlyList<string> Missing);

/// <summary>For whoever watches over the process: neither needs a password, and neither tells anything of the briefings.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => TypedResults.Ok(new Alive("alive"))).WithMetadata(new OpenToAll()).WithTags("Health")
            .WithSummary("200 while the process lives");
        routes.MapGet("/readyz", (ChatBot bot) => Look(bot)).WithMetadata(new OpenToAll()).WithTags("Health")
            .WithSummary("200 when the index answers, else 503 with what is missing")
            .Produces<Readiness>().Produces<Readiness>(StatusCodes.Status503ServiceUnavailable);
    }

    private static JsonHttpResult<Readiness> Look(ChatBot bot)
    {
        var answer = bot.Ask($"/{CommandCatalog.Briefings}", Scope.Main, limit: 1);
        return answer.Status == AnswerStatus.Failed
            ? Tell(StatusCodes.Status503ServiceUnavailable, $"The index does not answer; the log says why under reference {answer.Id}.")
            : Tell(StatusCodes.Status200OK);
    }

    private static JsonHttpResult<Readiness> Tell(int statusCode, params string[] missing) =>
        TypedResults.Json(new Readiness(missing.Length == 0, missing), ApiJson.Readable.Readiness, statusCode: statusCode);
}

/// <summary>An address that is answered without a password.</summary>
internal sealed class OpenToAll;
