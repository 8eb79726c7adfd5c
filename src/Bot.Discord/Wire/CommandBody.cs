namespace Bot.Discord.Wire;

/// <summary>A command as it is registered.</summary>
/// <param name="Description">Null for a message command, which has none.</param>
internal sealed record CommandBody(string Name, int Type, string? Description = null, IReadOnlyList<CommandOptionBody>? Options = null)
{
    /// <summary>Of a server, never of one person: the team decides where its briefings are asked.</summary>
    public IReadOnlyList<int> IntegrationTypes { get; } = [IntegrationType.GuildInstall];

    /// <summary>In servers alone, where who belongs there is known.</summary>
    public IReadOnlyList<int> Contexts { get; } = [ContextType.Guild];
}

internal sealed record CommandOptionBody(
    int Type,
    string Name,
    string Description,
    bool? Required = null,
    bool? Autocomplete = null,
    IReadOnlyList<CommandChoice>? Choices = null,
    int? MinValue = null,
    int? MaxLength = null,
    IReadOnlyList<CommandOptionBody>? Options = null);

/// <summary>A command that stands registered.</summary>
internal sealed record RegisteredCommand(string Id);

internal sealed record CommandChoice(string Name, string Value);
