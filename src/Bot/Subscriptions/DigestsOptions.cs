using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Subscriptions;

/// <summary>What holds for digests where whoever subscribes says nothing else: the settings under "Digests".</summary>
public sealed class DigestsOptions
{
    public const string Section = "Digests";

    /// <summary>Time of day.</summary>
    [RegularExpression("([01]?[0-9]|2[0-3]):[0-5][0-9]", ErrorMessage = "Digests:At takes a time of day such as 07:00.")]
    public string At { get; set; } = "07:00";

    /// <summary>IANA name of a time zone.</summary>
    [Required(ErrorMessage = "Digests:Zone is empty; it may be a time zone such as Europe/Rome, or UTC.")]
    public string Zone { get; set; } = "UTC";
}

[OptionsValidator]
internal sealed partial class DigestsOptionsRules : IValidateOptions<DigestsOptions>;

/// <summary>Whether the zone is one that this machine knows.</summary>
internal sealed class DigestsZoneRule : IValidateOptions<DigestsOptions>
{
    public ValidateOptionsResult Validate(string? name, DigestsOptions options) => options.Zone.Length == 0 || Chat.TimeZones.Find(options.Zone) is not null
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Digests:Zone is \"{options.Zone}\", which is no time zone that this machine knows; it may be Europe/Rome, or UTC.");
}
