using Bot.Answers;
using Bot.Briefings;
using Bot.Chat;
using Bot.Indexing;
using Bot.State;
using Bot.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Digests;

/// <summary>Subscriptions, and the digests that come of them. Whoever only asks a question opens nothing of it.</summary>
internal static class DigestServices
{
    /// <param name="isServing">True for a bot that stays: it posts what is due.</param>
    public static IServiceCollection AddDigests(this IServiceCollection services, IConfiguration configuration, bool isServing)
    {
        services.AddOptions<DigestsOptions>().Bind(configuration.GetSection(DigestsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DigestsOptions>, DigestsOptionsRules>();
        services.AddSingleton<IValidateOptions<DigestsOptions>, DigestsZoneRule>();
        services.AddSingleton(provider => new SubscriptionStore(new Lazy<SharedState>(provider.GetRequiredService<SharedState>)));
        services.AddSingleton(provider => new DigestLedger(new Lazy<SharedState>(provider.GetRequiredService<SharedState>)));
        services.AddSingleton(provider => new DigestAnswers(
            provider.GetRequiredService<SubscriptionStore>(), provider.GetRequiredService<DigestLedger>(),
            provider.GetRequiredService<TextStore>(), provider.GetRequiredService<IOptions<DigestsOptions>>(), provider.GetRequiredService<TimeProvider>()));
        if (!isServing) return services;
        services.AddSingleton(provider => new DigestDesk(
            provider.GetRequiredService<DigestLedger>(), provider.GetRequiredService<CorpusReader>(), provider.GetRequiredService<TextStore>(),
            provider.GetRequiredService<QuestionsFirst>()));
        services.AddSingleton<IDeliverySource>(provider => new DigestSource(provider.GetRequiredService<SubscriptionStore>(), provider.GetRequiredService<DigestDesk>()));
        services.AddSingleton<LocalNews>();
        services.AddSingleton(provider => new DigestPoster(
            provider.GetServices<IDeliverySource>(), provider.GetRequiredService<DigestLedger>(), provider.GetServices<IChatPlatform>(),
            provider.GetRequiredService<LocalNews>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddHostedService<DigestService>();
    }
}
