using Bot.Chat;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Discord's parts, in the order of the data flow: what comes in, what is answered, what goes out.</summary>
public static class DiscordServices
{
    /// <summary>Nothing of it runs while <c>Discord:Token</c> is empty; wrong settings are told at the start.</summary>
    /// <param name="isServing">False for a command that answers once: it connects nowhere.</param>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration, bool isServing)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<DiscordOptions>().Bind(configuration.GetSection(DiscordOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsRules>();
        if (!isServing || configuration[$"{DiscordOptions.Section}:{nameof(DiscordOptions.Token)}"] is not { Length: > 0 }) return services;
        services.AddSingleton<ConnectionState>();
        services.AddSingleton<StoredLines>();
        services.AddSingleton<InteractionHandler>();
        services.AddSingleton<DiscordRest>();
        services.AddSingleton<InteractionResponder>();
        services.AddSingleton<CommandRegistration>();
        services.AddSingleton<IChatPlatform, DiscordPlatform>();
        return services.AddHostedService<GatewayService>();
    }
}
