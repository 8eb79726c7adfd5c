using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Subscriptions;

/// <summary>What holds for watches: the settings under "Watches".</summary>
public sealed class WatchesOptions
{
    public const string Section = "Watches";

    /// <summary>Questions that one person may have waiting.</summary>
    [Range(1, 1_000, ErrorMessage = "Watches:MostPerPerson takes a number from 1 to 1000.")]
    public int MostPerPerson { get; set; } = 20;

    /// <summary>Hours in which nobody who has not chosen others is told anything, in the zone of Digests:Zone, such as 22:00-07:00; empty for none.</summary>
    public string Quiet { get; set; } = "";
}

[OptionsValidator]
internal sealed partial class WatchesOptionsRules : IValidateOptions<WatchesOptions>;

/// <summary>Whether the hours can be read.</summary>
internal sealed class WatchesQuietRule : IValidateOptions<WatchesOptions>
{
    public ValidateOptionsResult Validate(string? name, WatchesOptions options) =>
        options.Quiet.Length == 0 || QuietHours.Read(options.Quiet, "UTC").Hours is not null
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Watches:Quiet takes hours such as 22:00-07:00, or nothing; \"{options.Quiet}\" is neither.");
}
