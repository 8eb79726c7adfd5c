using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Bot.Briefings;

/// <summary>A whole number within bounds, whose error says which setting, what it was and what it may be.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SettingRangeAttribute(string setting, int smallest, int largest) : ValidationAttribute
{
    public string Setting => setting;

    public int Smallest => smallest;

    public int Largest => largest;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is int number && number >= smallest && number <= largest
            ? ValidationResult.Success
            : new ValidationResult(string.Create(
                CultureInfo.InvariantCulture, $"{setting} is {value}; it may be a whole number from {smallest} to {largest}."));
}
