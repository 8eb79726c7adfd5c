namespace Bot.Times;

/// <summary>The numbers of centuries as most languages write them: "XIX", French "XIXe".</summary>
internal static class RomanNumeral
{
    /// <summary>1 to 39; 0 for what is no Roman number in capitals.</summary>
    public static int Value(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word[0] is not ('X' or 'V' or 'I')) return 0;
        var digits = word;
        foreach (var ending in (ReadOnlySpan<string>)["ème", "er", "e"])
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) { digits = word[..^ending.Length]; break; }
        }
        var value = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = Digit(digits[at]);
            if (digit == 0) return 0;
            value += at + 1 < digits.Length && digit < Digit(digits[at + 1]) ? -digit : digit;
        }
        return value is >= 1 and < 40 ? value : 0;
    }

    private static int Digit(char c) => c switch { 'X' => 10, 'V' => 5, 'I' => 1, _ => 0 };
}
