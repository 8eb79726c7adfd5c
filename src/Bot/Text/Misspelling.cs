namespace Bot.Text;

/// <summary>Tells misspellings that are more than a letter off from other words. Case counts.</summary>
internal static class Misspelling
{
    /// <summary>Letters that a word must share with another from its beginning, for the two to be forms of one word.</summary>
    private const int LeastStem = 7;

    /// <summary>True when one letter stands elsewhere: "ghandi" and "gandhi".</summary>
    public static bool IsMovedLetter(string a, string b)
    {
        if (a.Length != b.Length) return false;
        var first = 0;
        while (first < a.Length && a[first] == b[first]) first++;
        var last = a.Length - 1;
        while (last > first && a[last] == b[last]) last--;
        if (first >= last) return false;
        ReadOnlySpan<char> x = a.AsSpan(first..(last + 1)), y = b.AsSpan(first..(last + 1));
        return (x[0] == y[^1] && x[1..].SequenceEqual(y[..^1])) || (x[^1] == y[0] && x[..^1].SequenceEqual(y[1..]));
    }

    /// <summary>True when only the endings differ, by two letters at most, of a word that is long enough to be told by its stem: "septicemia" and "septicem".</summary>
    public static bool IsOtherEnding(string a, string b)
    {
        var shared = a.AsSpan().CommonPrefixLength(b);
        return shared >= LeastStem && a.Length - shared <= 2 && b.Length - shared <= 2;
    }
}
