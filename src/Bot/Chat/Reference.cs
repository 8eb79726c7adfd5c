using System.Security.Cryptography;

namespace Bot.Chat;

/// <summary>Four letters and digits that are not mistaken for one another: the id of an answer, and what somebody quotes when something failed.</summary>
public static class Reference
{
    public static string New() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", 4);
}
