using Bot.Chat;
using Bot.Discord.Interactions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Settings of section <c>Discord</c>. Nothing of Discord runs while the token is empty.</summary>
public sealed class DiscordOptions
{
    public const string Section = "Discord";
    public const string GatewayMode = "Gateway", WebhookMode = "Webhook";
    public const string DefaultApiUrl = "https://discord.com/api/v10";

    /// <summary>The bot's token from the developer portal; a secret.</summary>
    public string Token { get; set; } = "";

    /// <summary>The application's id, for the link into a server; a token begins with it too.</summary>
    public string ApplicationId { get; set; } = "";

    /// <summary><see cref="GatewayMode"/>: the bot connects to Discord. <see cref="WebhookMode"/>: Discord posts to the bot.</summary>
    public string Mode { get; set; } = GatewayMode;

    /// <summary>What requests to the interactions endpoint are signed for: 64 hex digits; empty: no endpoint.</summary>
    public string PublicKey { get; set; } = "";

    /// <summary>Ids of the servers that have the commands, with commas between; empty: all servers that the bot is in.</summary>
    public string GuildIds { get; set; } = "";

    /// <summary>Another server that speaks the same API, for tests.</summary>
    public string ApiUrl { get; set; } = DefaultApiUrl;

    public static DiscordOptions From(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new DiscordOptions();
        options.Read(settings.GetSection(Section));
        return options;
    }

    internal void Read(IConfigurationSection section)
    {
        section.Bind(this);
        // Copied from a page or read from a file, an end of line comes with them.
        (Token, ApplicationId, PublicKey) = (Token.Trim(), ApplicationId.Trim(), PublicKey.Trim());
    }

    public bool IsOn => Token.Length > 0;

    public bool IsWebhook => Mode.Equals(WebhookMode, StringComparison.OrdinalIgnoreCase);

    /// <summary>What may be seen from a server, or from a direct message (null): all of it, unless only some servers are named.</summary>
    internal Scope ScopeOf(string? guild) => Guilds is not { Count: > 0 } named || (guild is not null && named.Contains(guild)) ? Scope.Main : new Scope([]);

    public IReadOnlyList<string> Guilds => [.. GuildIds.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}

/// <summary>Says what is wrong with the settings before anything is sent.</summary>
internal sealed class DiscordOptionsRules : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options) =>
        Problems(options).ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Problems(DiscordOptions options)
    {
        if (options.Token.StartsWith("Bot ", StringComparison.OrdinalIgnoreCase)) yield return "Discord:Token is the token alone, without \"Bot\" before it.";
        else if (options.Token.Any(letter => letter is < '!' or > '~'))
        {
            yield return "Discord:Token has letters that no token has: copy it anew from the developer portal, Bot, Reset Token.";
        }
        if (options.ApplicationId.Length > 0 && !IsId(options.ApplicationId))
        {
            yield return $"Discord:ApplicationId is \"{options.ApplicationId}\"; an id is a number of 17 to 20 digits, from the developer portal, General Information.";
        }
        if (options.Guilds.FirstOrDefault(guild => !IsId(guild)) is { } wrong)
        {
            yield return $"Discord:GuildIds has \"{wrong}\"; an id is a number of 17 to 20 digits: right click on the server, Copy Server ID.";
        }
        if (!options.IsWebhook && !options.Mode.Equals(DiscordOptions.GatewayMode, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Discord:Mode is \"{options.Mode}\"; it may be {DiscordOptions.GatewayMode}, where the bot connects to Discord, or {DiscordOptions.WebhookMode}, where Discord posts to the bot.";
        }
        if (options is { IsOn: true, IsWebhook: true, PublicKey.Length: 0 })
        {
            yield return "Discord:Mode is Webhook, which takes Discord:PublicKey: copy it from the developer portal, General Information.";
        }
        if (options.PublicKey.Length > 0 && SignatureCheck.For(options.PublicKey) is null)
        {
            yield return "Discord:PublicKey is no public key: it has 64 digits and letters from a to f, from the developer portal, General Information.";
        }
        // The token goes there, and over plain HTTP anybody on the way reads it.
        if (!Uri.TryCreate(options.ApiUrl, UriKind.Absolute, out var url) || !(url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)))
        {
            yield return $"Discord:ApiUrl is \"{options.ApiUrl}\"; it takes an address that begins with https (or, on this machine, http) such as {DiscordOptions.DefaultApiUrl}.";
        }
    }

    public static bool IsId(string text) => text.Length is >= 17 and <= 20 && text.All(char.IsAsciiDigit);
}
