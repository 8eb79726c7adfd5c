using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Askers;

/// <summary>What is kept of those who ask: the settings under "Privacy".</summary>
public sealed class PrivacyOptions
{
    public const string Section = "Privacy";

    /// <summary>Whether questions that were not found, or whose answer was of no use, are kept as text for /briefings gaps. A hash of them is kept in any case.</summary>
    public bool KeepQuestions { get; set; }

    /// <summary>Days after which what somebody asked, and how they found the answer, is removed; what was sent too.</summary>
    [Range(1, 3_650, ErrorMessage = "Privacy:RetentionDays takes a number of days from 1 to 3650.")]
    public int RetentionDays { get; set; } = 365;
}

[OptionsValidator]
internal sealed partial class PrivacyOptionsRules : IValidateOptions<PrivacyOptions>;
