using Bot.Briefings;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bot.State;

/// <summary>The connection string of <c>Data:Database</c>, which holds a password: no sentence shows it, nor what Npgsql says of it.</summary>
internal static class DatabaseSetting
{
    public const string Problem =
        "Data:Database is no connection string that the bot can read (it is not shown here, since it may hold a password). It may be like "
        + "\"Host=db.example;Database=briefings;Username=bot;Password=...\", with quotation marks around a value that has a semicolon in it; empty: SQLite in Data:Folder.";

    /// <summary>Seconds: who waits for the database waits to answer somebody, or to keep a lease of <see cref="ReplicaTurns"/>.</summary>
    private const int ConnectSeconds = 5, CommandSeconds = 10;

    /// <summary>Null when it cannot be read.</summary>
    public static NpgsqlDataSource? Build(string connectionString)
    {
        try
        {
            var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
            var settings = builder.ConnectionStringBuilder;
            // An address in the form of a URL, which has its password in it.
            if (settings.Host is not { Length: > 0 } host || host.Contains("://", StringComparison.Ordinal) || host.Contains('@')) return null;
            if (!settings.ShouldSerialize("Timeout")) settings.Timeout = ConnectSeconds;
            if (!settings.ShouldSerialize("Command Timeout")) settings.CommandTimeout = CommandSeconds;
            settings.ApplicationName ??= "briefing-bot";
            // TLS, which the slim builder leaves out; and numbers of one width read as another's, as SQLite reads them.
            builder.EnableTransportSecurity();
            builder.EnableExtraConversions();
            return builder.Build();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>Says before anything is opened that the connection string cannot be read.</summary>
internal sealed class DatabaseSettingRule : IValidateOptions<DataOptions>
{
    public ValidateOptionsResult Validate(string? name, DataOptions options)
    {
        if (options.Database.Length == 0) return ValidateOptionsResult.Success;
        using var source = DatabaseSetting.Build(options.Database);
        return source is null ? ValidateOptionsResult.Fail(DatabaseSetting.Problem) : ValidateOptionsResult.Success;
    }
}
