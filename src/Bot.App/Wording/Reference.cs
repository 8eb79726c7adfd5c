using System.Security.Cryptography;

namespace Bot.App.Wording;

/// <summary>Four letters and digits for somebody to quote when something failed.</summary>
internal static class Reference
{
    public static string New() => RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 4);
}
