using Bot.Chat;
using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
        if (!isServing) return services;
        services.AddOptions<DiscordOptions>().Configure(options => options.Read(configuration.GetSection(DiscordOptions.Section))).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsRules>();
        var settings = DiscordOptions.From(configuration);
        if (!settings.IsOn) return services;
        services.AddSingleton<ConnectionState>();
        services.AddSingleton<StoredLines>();
        services.AddSingleton<ConversationSubjects>();
        services.AddSingleton<InteractionHandler>();
        services.AddSingleton<DiscordRest>();
        services.AddSingleton<OngoingWork>();
        services.AddSingleton<InteractionResponder>();
        services.AddSingleton<MentionResponder>();
        services.AddSingleton<Warmup>();
        services.AddSingleton<PortalCheck>();
        services.AddSingleton<CommandRegistration>();
        services.AddSingleton<GatewayReceiver>();
        services.AddSingleton<IChatPlatform, DiscordPlatform>();
        // Whoever listens asks for it; it is not there where no key is set.
        if (SignatureCheck.For(settings.PublicKey) is { } signatures)
        {
            services.AddSingleton(provider => new InteractionEndpoint(
                signatures, provider.GetRequiredService<InteractionResponder>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<InteractionEndpoint>>()));
        }
        return settings.IsWebhook ? services.AddHostedService<WebhookService>() : services.AddHostedService<GatewayService>();
    }
}
