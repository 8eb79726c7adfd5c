using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.App.Terminal;

/// <summary>Settings of the prompt: section <c>Terminal</c>.</summary>
internal sealed class TerminalOptions
{
    public const string Section = "Terminal";

    /// <summary>Whether what is typed is kept in the data folder's <c>history</c> file, for the next time.</summary>
    public bool History { get; set; } = true;
}

internal static class TerminalServices
{
    public static IServiceCollection AddTerminal(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TerminalOptions>().Bind(configuration.GetSection(TerminalOptions.Section)).ValidateOnStart();
        return services;
    }
}
