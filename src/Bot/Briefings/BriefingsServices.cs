using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Briefings;

/// <summary>What is read, and what follows it. The log and the texts are opened with the rest of the data folder (DataFolder).</summary>
internal static class BriefingsServices
{
    public static IServiceCollection AddBriefings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BriefingsOptions>().Bind(configuration.GetSection(BriefingsOptions.Section)).ValidateOnStart();
        services.AddOptions<DataOptions>().Bind(configuration.GetSection(DataOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BriefingsOptions>, BriefingsOptionsRules>();
        services.AddSingleton<IValidateOptions<DataOptions>, DataOptionsRules>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<FolderSweep>();
        services.AddSingleton<FolderWatcher>();
        return services;
    }
}
