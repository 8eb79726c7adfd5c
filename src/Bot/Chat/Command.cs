namespace Bot.Chat;

/// <summary>
/// What somebody asked, by its command's name and options (CommandCatalog). The main option (a name, a topic, a question) stands
/// under its own name too. <paramref name="Limit"/>: how many passages at most, from 1 to 10.
/// </summary>
public sealed record Command(string Name, IReadOnlyDictionary<string, string> Options, Scope Scope, int Limit = Command.MostPassages)
{
    public const int MostPassages = 10;

    /// <summary>Null where nobody is known: a script, a question of the bot's own.</summary>
    public Asker? By { get; init; }

    public string? Option(string name) => Options.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
