using Bot.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.App.Web;

/// <summary>The outermost step of each request: whatever goes wrong within becomes a sentence, and a fault of ours a line in the log besides.</summary>
/// <param name="seeAlso">A sentence that tells whoever asked amiss what is there.</param>
internal sealed partial class FaultEdge(ILogger<FaultEdge> logger, string seeAlso)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        try
        {
            await next(context);
            if (!response.HasStarted && response is { StatusCode: >= 400, ContentType: null })
            {
                await ApiError.WriteAsync(context, response.StatusCode, SentenceFor(response.StatusCode, context.Request.Method));
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: nobody is there to be told.
        }
        catch (BadHttpRequestException e) when (!response.HasStarted)
        {
            var isTooLong = e.StatusCode == StatusCodes.Status413PayloadTooLarge;
            await ApiError.WriteAsync(context, e.StatusCode, isTooLong ? SentenceFor(e.StatusCode, context.Request.Method) : $"The request cannot be read: {e.Message.TrimEnd('.')}. {seeAlso}");
        }
        catch (Exception e) when (!response.HasStarted) // one bad request must not end in silence
        {
            var reference = Reference.New();
            LogFailed(e, reference);
            await ApiError.WriteAsync(context, StatusCodes.Status500InternalServerError, $"I could not finish. Reference {reference}.", reference);
        }
    }

    private string SentenceFor(int statusCode, string method) => statusCode switch
    {
        StatusCodes.Status400BadRequest when HttpMethods.IsPost(method) => $"What was sent cannot be read as the JSON that this takes. {seeAlso}",
        StatusCodes.Status400BadRequest => $"A value in the address is of another kind than this takes. {seeAlso}",
        StatusCodes.Status404NotFound => $"There is nothing at this address. {seeAlso}",
        StatusCodes.Status405MethodNotAllowed => "This address takes another method; the header Allow says which.",
        StatusCodes.Status415UnsupportedMediaType => "This address takes application/json, and nothing else.",
        StatusCodes.Status413PayloadTooLarge => "The request is too long.",
        _ => "The request cannot be answered.",
    };

    [LoggerMessage(LogLevel.Error, "Could not answer a request over HTTP, reference {Reference}")]
    private partial void LogFailed(Exception error, string reference);
}
