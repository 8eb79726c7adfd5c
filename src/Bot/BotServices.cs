using Bot.Answers;
using Bot.Askers;
using Bot.Briefings;
using Bot.Digests;
using Bot.Indexing;
using Bot.People;
using Bot.State;
using Bot.Watches;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot;

/// <summary>The core's parts, in the order of the data flow.</summary>
public static class BotServices
{
    /// <param name="beside">What to do when another process writes the data folder.</param>
    /// <param name="isServing">True for a bot that stays: it opens at its start what people asked bots to do.</param>
    public static IServiceCollection AddBot(
        this IServiceCollection services, IConfiguration configuration, BesideWriter beside = BesideWriter.Refuse, bool isServing = false)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddBriefings(configuration);
        services.AddIndexing(beside);
        services.AddSingleton<PeopleSource>();
        services.AddHostedService<PeopleFollower>();
        services.AddSingleton<VerbatimCheck>();
        services.AddSingleton<CorpusReader>();
        services.AddState(isServing);
        services.AddDigests(configuration, isServing);
        services.AddWatches(configuration, isServing);
        services.AddAskers(configuration, isServing);
        return services.AddSingleton(provider => new ChatBot(
            provider.GetRequiredService<CorpusReader>(),
            provider.GetRequiredService<DataFolder>().Index,
            provider.GetRequiredService<IndexingProgress>(),
            provider.GetRequiredService<QuestionsFirst>(),
            provider.GetRequiredService<PersonalAnswers>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ChatBot>>()));
    }

    private static void AddIndexing(this IServiceCollection services, BesideWriter beside)
    {
        services.AddSingleton(provider =>
        {
            var data = provider.GetRequiredService<IOptions<DataOptions>>().Value;
            // A folder that vanishes later is waited for; one that is not there at the start is most likely misspelled.
            var briefings = provider.GetRequiredService<IOptions<BriefingsOptions>>().Value;
            briefings.RequireFolder(data.Folder);
            return DataFolder.Open(data, briefings, beside);
        });
        services.AddSingleton(provider => provider.GetRequiredService<DataFolder>().Log);
        services.AddSingleton(provider => provider.GetRequiredService<DataFolder>().Texts);
        services.AddSingleton(provider => new PlatformNotes(provider.GetRequiredService<BriefingLog>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IndexingProgress>();
        services.AddSingleton(_ => new QuestionsFirst());
        services.AddHostedService<IndexingService>();
    }
}
