using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.Indexing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.State;

/// <summary>What is kept of what people asked for. Who only asks a question opens none of it.</summary>
internal static class StateServices
{
    /// <param name="isServing">Whether it is opened at the start: a bot that stays would else say only later that it cannot be.</param>
    public static IServiceCollection AddState(this IServiceCollection services, bool isServing)
    {
        services.AddSingleton<IValidateOptions<DataOptions>, DatabaseSettingRule>();
        services.AddSingleton(provider => Open(provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<IOptions<DataOptions>>().Value));
        services.AddSingleton(provider => new PersonKeys(new Lazy<SharedState>(provider.GetRequiredService<SharedState>)));
        services.AddSingleton(provider => new SharedSightings(
            new Lazy<SharedState>(provider.GetRequiredService<SharedState>), provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<PlatformNotes>()));
        services.AddSingleton<Leases>();
        services.AddSingleton(provider => new ReplicaTurns(
            provider.GetRequiredService<IOptions<DataOptions>>().Value.Database.Length > 0, new Lazy<Leases>(provider.GetRequiredService<Leases>),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ReplicaTurns>>()));
        return isServing ? services.AddHostedService<OpenedAtStart>() : services;
    }

    /// <param name="folder">Opened before: beside another process that writes there, this one must not bring a schema up to date.</param>
    private static SharedState Open(DataFolder folder, DataOptions options)
    {
        try
        {
            return options.Database.Length > 0
                ? SharedState.OpenPostgres(options.Database, isReadOnly: !folder.IsWriter)
                : SharedState.OpenSqlite(options.StateFile, isReadOnly: !folder.IsWriter);
        }
        catch (StateException e)
        {
            throw new CannotStartException(e.Message, e);
        }
    }

    private sealed class OpenedAtStart(IServiceProvider services) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            services.GetRequiredService<SharedState>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
