using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Settings of section <c>Discord</c>. Nothing of Discord runs while the token is empty.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";
    public const string DefaultApiUrl = "https://discord.com/api/v10";

    /// <summary>The bot's token from the developer portal; a secret.</summary>
    public string Token { get; set; } = "";

    /// <summary>The application's id, for the link into a server; a token begins with it too.</summary>
    public string ApplicationId { get; set; } = "";

    /// <summary>Ids of the servers that have the commands, with commas between; empty: all servers that the bot is in.</summary>
    public string GuildIds { get; set; } = "";

    /// <summary>Another server that speaks the same API, for tests.</summary>
    public string ApiUrl { get; set; } = DefaultApiUrl;

    public bool IsOn => Token.Length > 0;

    public IReadOnlyList<string> Guilds => GuildIds.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>Says what is wrong with the settings before anything is sent.</summary>
internal sealed class DiscordOptionsRules : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        if (!options.IsOn) return ValidateOptionsResult.Success;
        if (options.Token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase)) return Wrong("Discord:Token is the token alone, without \"Bot\" before it.");
        if (options.Token.Any(letter => letter is < '!' or > '~'))
        {
            return Wrong("Discord:Token has letters that no token has: copy it anew from the developer portal, Bot, Reset Token.");
        }
        if (options.ApplicationId.Length > 0 && !IsId(options.ApplicationId))
        {
            return Wrong($"Discord:ApplicationId is \"{options.ApplicationId}\"; an id is a number of 17 to 20 digits, from the developer portal, General Information.");
        }
        if (options.Guilds.FirstOrDefault(guild => !IsId(guild)) is { } wrong)
        {
            return Wrong($"Discord:GuildIds has \"{wrong}\"; an id is a number of 17 to 20 digits: right click on the server, Copy Server ID.");
        }
        return Uri.TryCreate(options.ApiUrl, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? ValidateOptionsResult.Success
            : Wrong($"Discord:ApiUrl is \"{options.ApiUrl}\"; it takes an address such as {DiscordOptions.DefaultApiUrl}.");
    }

    public static bool IsId(string text) => text.Length is >= 17 and <= 20 && text.All(char.IsAsciiDigit);

    private static ValidateOptionsResult Wrong(string sentence) => ValidateOptionsResult.Fail(sentence);
}
