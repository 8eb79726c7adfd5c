namespace Bot.Times;

/// <summary>How many: "three", "twenty-five", "2.5", "a", "several".</summary>
/// <param name="End">The token after the amount.</param>
/// <param name="Text">As TIMEX3 writes it: "3", "2.5", "X" when it is not told.</param>
/// <param name="Count">The whole number; 0 when it is not told or has a fraction.</param>
internal readonly record struct Amount(int End, string Text, int Count)
{
    public static Amount? Read(TimeSentence s, int at)
    {
        if (s[at].Number >= 0) return Digits(s, at);
        if (s.Is(at, WordKind.Half) && s.Value(at + 1, WordKind.Article) == 2) return new Amount(at + 2, "0.5", 0);
        if (s.Value(at, WordKind.Article) == 2) return AfterArticle(s, at + 1);
        if (s.Is(at, WordKind.Several)) return new Amount(s.Is(at + 1, WordKind.Of) ? at + 2 : at + 1, "X", 0);
        var count = 0;
        var end = at;
        while (s.Value(end, WordKind.Cardinal) is > 0 and var value)
        {
            count = value switch { 100 => Math.Max(count, 1) * 100, 200 => Math.Max(count, 1) * 1000, _ => count + value };
            if (count > 99_999) return null;
            end++;
            if (value is >= 20 and < 100 && s.IsDash(end) && s.Value(end + 1, WordKind.Cardinal) is > 0 and < 10) end++;
        }
        return end == at ? null : WithHalf(s, end, count);
    }

    private static Amount? Digits(TimeSentence s, int at)
    {
        if (s.IsMark(at + 1, '.') && s.Touches(at + 1) && s.Touches(at + 2) && s[at + 2].Number >= 0)
        {
            return new Amount(at + 3, $"{s[at].Number}.{s.Slice(at + 2)}", 0);
        }
        return s[at].Number < 1_000_000 ? WithHalf(s, at + 1, s[at].Number) : null;
    }

    // "a year", "a few years", "a couple of years", "a dozen years", "a hundred years", "a half hour".
    private static Amount? AfterArticle(TimeSentence s, int at)
    {
        if (s.Is(at, WordKind.Several))
        {
            var couple = s.Is(at, "couple");
            var end = s.Is(at + 1, WordKind.Of) ? at + 2 : at + 1;
            return couple ? new Amount(end, "2", 2) : new Amount(end, "X", 0);
        }
        if (s.Is(at, WordKind.Half)) return new Amount(at + 1, "0.5", 0);
        if (s.Value(at, WordKind.Cardinal) is 100 or 200)
        {
            return new Amount(at + 1, s.Value(at, WordKind.Cardinal) == 100 ? "100" : "1000", 0);
        }
        return s.Is(at, WordKind.Plural) ? null : new Amount(at, "1", 1);
    }

    // "two and a half years"
    private static Amount WithHalf(TimeSentence s, int end, int count) =>
        s.Is(end, "and") && s.Is(end + 1, "a") && s.Is(end + 2, WordKind.Half)
            ? new Amount(end + 3, $"{count}.5", 0) : new Amount(end, $"{count}", count);
}
