using System.Net;
using Bot.Discord.Wire;

namespace Bot.Discord.Rest;

/// <summary>Discord refused a request, or could not be reached after all tries.</summary>
/// <param name="status">What it answered; null when it did not.</param>
/// <param name="code">Discord's own code (<see cref="ErrorCode"/>); 0 for none.</param>
internal sealed class DiscordException(HttpStatusCode? status, int code, string message, Exception? inner = null) : Exception(message, inner)
{
    public HttpStatusCode? Status => status;

    public int Code => code;

    /// <summary>True when nothing is wrong that somebody would have to change: the same may go later.</summary>
    public bool IsPassing => status is null or HttpStatusCode.TooManyRequests || (int)status >= 500;
}
