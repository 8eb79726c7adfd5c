using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.App.Web;

/// <summary>Settings of the listener for the platforms' signed endpoints: section <c>Endpoints</c>.</summary>
internal sealed class EndpointsOptions
{
    public const string Section = "Endpoints";
    public const string UrlKey = "Endpoints:Url";

    /// <summary>Where it listens, also off loopback: nobody gets anything there without a signature. Empty: the endpoints are at <c>Web:Url</c>.</summary>
    public string Url { get; set; } = "";
}

/// <summary>Together with those whose endpoint it carries.</summary>
internal sealed class EndpointsOptionsRules(IOptions<WebOptions> web, IConfiguration settings) : IValidateOptions<EndpointsOptions>
{
    public ValidateOptionsResult Validate(string? name, EndpointsOptions options)
    {
        if (options.Url.Length == 0)
        {
            return web.Value.Url.Length == 0 && Discord.DiscordOptions.From(settings) is { IsOn: true, IsWebhook: true }
                ? ValidateOptionsResult.Fail($"Discord:Mode is Webhook, and nothing listens for what Discord posts: set {EndpointsOptions.UrlKey}, such as http://0.0.0.0:8080.")
                : ValidateOptionsResult.Success;
        }
        if (WebAddress.TryParse(options.Url) is not { } address)
        {
            return ValidateOptionsResult.Fail(
                $"{EndpointsOptions.UrlKey} is \"{options.Url}\"; it may be http://, a name or an IP address, and a port, such as http://0.0.0.0:8080, or empty.");
        }
        return WebAddress.TryParse(web.Value.Url) is { } page && page.Overlaps(address)
            ? ValidateOptionsResult.Fail(
                $"{EndpointsOptions.UrlKey} is \"{options.Url}\", where {WebOptions.UrlKey} has the page: choose another port, or leave {EndpointsOptions.UrlKey} empty, and the endpoints are beside the page.")
            : ValidateOptionsResult.Success;
    }
}
