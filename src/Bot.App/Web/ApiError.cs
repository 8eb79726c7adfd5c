using System.Text.Json;
using Bot.Chat;
using Microsoft.AspNetCore.Http;

namespace Bot.App.Web;

/// <summary>What went wrong, in the fields that an answer has too.</summary>
/// <param name="Id">The reference to quote.</param>
/// <param name="Status">Always "failed".</param>
/// <param name="Reason">A sentence that says what was wrong and what to do.</param>
internal sealed record ApiError(string Id, string Status, string Reason)
{
    public static ApiError Of(string reason, string? id = null) => new(id ?? Reference.New(), "failed", reason);

    public static async Task WriteAsync(HttpContext context, int statusCode, string reason, string? id = null)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = ApiJson.MediaType;
        await JsonSerializer.SerializeAsync(context.Response.Body, Of(reason, id), ApiJson.Readable.ApiError, context.RequestAborted);
    }
}
