using Bot.Discord.Wire;

namespace Bot.Discord;

/// <param name="IsFatal">True when nothing can be asked until it is mended.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record SetupProblem(bool IsFatal, string Sentence);

/// <summary>Whether what the developer portal has fits the settings: what is told apart here looks like silence to whoever asks in a server.</summary>
internal static class ApplicationCheck
{
    /// <summary>Discord's clock is looked at in whole seconds, after a way through the network.</summary>
    private static readonly TimeSpan MostAhead = TimeSpan.FromSeconds(30);

    public static IEnumerable<SetupProblem> Problems(ApplicationBody application, DiscordOptions options)
    {
        if (options.ApplicationId.Length > 0 && options.ApplicationId != application.Id)
        {
            yield return new(true, $"Discord:ApplicationId is {options.ApplicationId}, but Discord:Token belongs to the application {Named(application)}: set both from the same one.");
        }
        if (options.PublicKey.Length > 0 && application.VerifyKey is { } key && !key.Equals(options.PublicKey, StringComparison.OrdinalIgnoreCase))
        {
            yield return new(options.IsWebhook, $"Discord:PublicKey is not that of the application {Named(application)}, so whatever Discord posts would be turned away: "
                + "copy it anew from the developer portal, General Information.");
        }
        var isPosting = !string.IsNullOrEmpty(application.InteractionsEndpointUrl);
        if (!options.IsWebhook && isPosting)
        {
            yield return new(true, $"Discord posts commands to {application.InteractionsEndpointUrl} and sends none over the gateway: "
                + "clear Interactions Endpoint URL in the developer portal, General Information, or set Discord:Mode to Webhook.");
        }
        if (options.IsWebhook && isPosting && !PathOf(application.InteractionsEndpointUrl!).EndsWith(Interactions.InteractionEndpoint.Path, StringComparison.Ordinal))
        {
            yield return new(false, $"Discord posts commands to {application.InteractionsEndpointUrl}; the bot takes them at {Interactions.InteractionEndpoint.Path}, so a proxy between must lead there.");
        }
        if (application.BotPublic == true && options.Guilds.Count == 0)
        {
            yield return new(false, "Anybody may put the bot, and with it your briefings, into a server of theirs: in the developer portal set Installation, Install Link to None and then Bot, Public Bot to off, "
                + "or set Discord:GuildIds to your servers.");
        }
        if (application.BotRequireCodeGrant == true)
        {
            yield return new(false, "The bot cannot be put into a server: switch Bot, Requires OAuth2 Code Grant off in the developer portal.");
        }
        if (options.IsWebhook && !isPosting)
        {
            yield return new(false, "Discord does not yet know where to post commands: while the bot runs, enter the public address of "
                + $"{Interactions.InteractionEndpoint.Path} as Interactions Endpoint URL in the developer portal, General Information.");
        }
    }

    /// <param name="ahead">Of Discord's clock.</param>
    public static SetupProblem? ClockProblem(TimeSpan? ahead) => ahead is { } off && off.Duration() > MostAhead
        ? new(false, $"This machine's clock is {Length(off.Duration())} {(off > TimeSpan.Zero ? "ahead of" : "behind")} Discord's: set it (NTP), or times in answers and digests are off by as much.")
        : null;

    public static string MayNotRegisterIn(string guild) =>
        $"The bot may not register commands in the server {guild} of Discord:GuildIds: open the link that \"discord invite\" prints and choose that server again, or take it out.";

    public static string IsNotIn(string guild) =>
        $"The bot is not in the server {guild} of Discord:GuildIds, so nobody can ask it there: open the link that \"discord invite\" prints and choose that server, or take it out.";

    public static string Named(ApplicationBody application) => application.Name is { Length: > 0 } name ? $"\"{name}\" ({application.Id})" : application.Id;

    private static string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsolutePath : url;

    private static string Length(TimeSpan span) => span.TotalMinutes < 2 ? $"{span.TotalSeconds:0} seconds" : span.TotalHours < 2 ? $"{span.TotalMinutes:0} minutes" : $"{span.TotalHours:0} hours";
}
