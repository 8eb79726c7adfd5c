using Bot.State;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Askers;

/// <summary>What is kept of those who ask, and the commands that live on it.</summary>
internal static class AskerServices
{
    /// <param name="isServing">True for a bot that stays: only it keeps anything.</param>
    public static IServiceCollection AddAskers(this IServiceCollection services, IConfiguration configuration, bool isServing)
    {
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsRules>();
        services.AddSingleton(provider => new AskedStore(
            new Lazy<SharedState>(provider.GetRequiredService<SharedState>), provider.GetRequiredService<PersonKeys>(), provider.GetRequiredService<IOptions<PrivacyOptions>>()));
        services.AddSingleton<AskedRecorder>();
        services.AddSingleton<SinceAnswers>();
        services.AddSingleton<FeedbackAnswers>();
        services.AddSingleton<GapAnswers>();
        services.AddSingleton<ForgetAnswers>();
        services.AddSingleton<PersonalCommands>();
        services.AddSingleton<PersonalAnswers>();
        if (!isServing) return services;
        services.AddHostedService(provider => provider.GetRequiredService<AskedRecorder>());
        return services.AddHostedService<Retention>();
    }
}
