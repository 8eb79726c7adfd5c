using Bot.Answers;
using Bot.Briefings;
using Bot.Digests;
using Bot.State;
using Bot.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Watches;

/// <summary>Watches, and what comes of them. Whoever only asks a question opens nothing of it.</summary>
internal static class WatchServices
{
    /// <param name="isServing">True for a bot that stays: it asks its watches of what is new.</param>
    public static IServiceCollection AddWatches(this IServiceCollection services, IConfiguration configuration, bool isServing)
    {
        services.AddOptions<WatchesOptions>().Bind(configuration.GetSection(WatchesOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WatchesOptions>, WatchesOptionsRules>();
        services.AddSingleton<IValidateOptions<WatchesOptions>, WatchesQuietRule>();
        services.AddSingleton(provider => new WatchStore(State(provider)));
        services.AddSingleton(provider => new WatchLedger(
            State(provider), provider.GetRequiredService<WatchStore>(), provider.GetRequiredService<DigestLedger>(),
            provider.GetRequiredService<IOptions<WatchesOptions>>(), provider.GetRequiredService<IOptions<DigestsOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WatchAnswers>();
        services.AddSingleton<WatchFollower>();
        if (!isServing) return services;
        services.AddSingleton<IDeliverySource>(provider => new WatchTelling(
            provider.GetRequiredService<WatchStore>(), provider.GetRequiredService<WatchLedger>(), provider.GetRequiredService<CorpusReader>(),
            provider.GetRequiredService<TextStore>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddHostedService(provider => provider.GetRequiredService<WatchFollower>());
    }

    private static Lazy<SharedState> State(IServiceProvider provider) => new(provider.GetRequiredService<SharedState>);
}
