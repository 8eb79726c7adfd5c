using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.App.Web;

/// <summary>Settings of the page and its API: section <c>Web</c>.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";
    public const string UrlKey = "Web:Url";
    public const string PasswordKey = "Web:Password";
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where the page listens; empty: nowhere.</summary>
    public string Url { get; set; } = DefaultUrl;

    /// <summary>What one has to type before seeing anything; empty: nothing, which only the machine itself may be offered.</summary>
    public string Password { get; set; } = "";
}

/// <summary>Together, since one setting tells what the other has to be.</summary>
internal sealed class WebOptionsRules : IValidateOptions<WebOptions>
{
    private const int ShortestPassword = 8;

    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        if (options.Url.Length == 0) return ValidateOptionsResult.Success;
        if (WebAddress.TryParse(options.Url) is not { } address)
        {
            return ValidateOptionsResult.Fail(
                $"{WebOptions.UrlKey} is \"{options.Url}\"; it may be http://, a name or an IP address, and a port, such as {WebOptions.DefaultUrl}, or empty for no page.");
        }
        if (options.Password.Length == 0 && !address.IsLoopback)
        {
            return ValidateOptionsResult.Fail(
                $"{WebOptions.UrlKey} is \"{options.Url}\", which other machines can reach: set {WebOptions.PasswordKey}, or listen on {WebOptions.DefaultUrl} alone.");
        }
        return options.Password.Length is > 0 and < ShortestPassword
            ? ValidateOptionsResult.Fail($"{WebOptions.PasswordKey} is too short to keep anybody out: give it at least {ShortestPassword} characters.")
            : ValidateOptionsResult.Success;
    }
}

internal static class WebServices
{
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration, bool isServing)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsRules>();
        if (!isServing) return services;
        services.AddOptions<EndpointsOptions>().Bind(configuration.GetSection(EndpointsOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<EndpointsOptions>>(provider => new EndpointsOptionsRules(provider.GetRequiredService<IOptions<WebOptions>>(), configuration));
    }
}
