using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.App.Tests.Fakes;

/// <summary>A request that the fake was sent.</summary>
/// <param name="At">When it came, by the monotonic clock (<see cref="TimeProvider.GetTimestamp"/>).</param>
/// <param name="IsReadable">Whether its body is the JSON that it says it is.</param>
internal sealed record FakeRequest(string Method, string Path, string? Authorization, string UserAgent, JsonNode? Body, long At, bool IsReadable)
{
    /// <summary>What it was answered with; 0 until it was.</summary>
    public int Status { get; set; }

    public static async Task<FakeRequest> ReadAsync(HttpRequest request)
    {
        var came = TimeProvider.System.GetTimestamp();
        var (isReadable, body) = (true, (JsonNode?)null);
        try
        {
            if (request.HasJsonContentType()) body = await JsonNode.ParseAsync(request.Body);
        }
        catch (JsonException)
        {
            isReadable = false;
        }
        return new FakeRequest(request.Method, request.Path, request.Headers.Authorization, request.Headers.UserAgent.ToString(), body, came, isReadable);
    }
}
