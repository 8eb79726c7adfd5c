namespace Bot.Discord.Wire;

/// <summary>A message that is sent. Nobody is ever pinged by it.</summary>
internal sealed record MessageBody(
    string? Content = null,
    IReadOnlyList<Embed>? Embeds = null,
    IReadOnlyList<ActionRow>? Components = null,
    int? Flags = null,
    string? Nonce = null,
    bool? EnforceNonce = null,
    MessageReference? MessageReference = null)
{
    public AllowedMentions AllowedMentions { get; } = AllowedMentions.None;
}

/// <summary>The message that this one answers. One that is gone meanwhile is no reason not to answer.</summary>
internal sealed record MessageReference(string MessageId)
{
    public bool FailIfNotExists { get; }
}

/// <param name="Parse">The kinds of mentions that ping: always none.</param>
internal sealed record AllowedMentions(IReadOnlyList<string> Parse)
{
    public static AllowedMentions None { get; } = new([]);
}

internal sealed record Embed(string? Title = null, string? Description = null, int? Color = null);

internal sealed record ActionRow(IReadOnlyList<ButtonBody> Components)
{
    public int Type { get; } = ComponentType.ActionRow;
}

internal sealed record ButtonBody(int Style, string Label, string CustomId, bool? Disabled = null)
{
    public int Type { get; } = ComponentType.Button;
}

/// <summary>How an interaction is answered. Exactly the data that goes with the type.</summary>
internal sealed record MessageCallback(int Type, MessageBody? Data = null);

internal sealed record AutocompleteCallback(AutocompleteChoices Data)
{
    public int Type { get; } = CallbackType.AutocompleteResult;
}

internal sealed record AutocompleteChoices(IReadOnlyList<CommandChoice> Choices);
