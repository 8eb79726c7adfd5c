namespace Bot.Subscriptions;

/// <summary>Some days of the week, at least one.</summary>
/// <param name="Bits">Bit n for the day n after Monday.</param>
internal readonly record struct Weekdays(int Bits)
{
    private const int Week = 7;

    private static readonly string[] Names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static Weekdays Daily { get; } = new(0b1111111);

    public static Weekdays Working { get; } = new(0b0011111);

    public bool Has(DayOfWeek day) => (Bits & (1 << ((int)day + Week - 1) % Week)) != 0;

    /// <summary>"daily", "weekdays", "weekends", "mon-fri", "mon,thu", whole names too; null for what names no day.</summary>
    public static Weekdays? Read(string text)
    {
        var bits = 0;
        foreach (var part in text.Split([',', ' ', '+'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (BitsOf(part.ToLowerInvariant()) is not { } days) return null;
            bits |= days;
        }
        return bits == 0 ? null : new Weekdays(bits);
    }

    public string ToCron()
    {
        var bits = Bits;
        return bits == Daily.Bits ? "*" : string.Join(',', Names.Where((_, i) => (bits & (1 << i)) != 0));
    }

    /// <summary>"daily", "Mon to Fri", "Mon, Thu".</summary>
    public override string ToString()
    {
        if (Bits == Daily.Bits) return "daily";
        var bits = Bits;
        var days = Enumerable.Range(0, Week).Where(i => (bits & (1 << i)) != 0).ToList();
        return days.Count > 2 && days[^1] - days[0] == days.Count - 1 ? $"{Names[days[0]]} to {Names[days[^1]]}" : string.Join(", ", days.Select(day => Names[day]));
    }

    private static int? BitsOf(string part)
    {
        switch (part)
        {
            case "daily" or "every" or "all": return Daily.Bits;
            case "weekdays" or "workdays": return Working.Bits;
            case "weekends" or "weekend": return Daily.Bits & ~Working.Bits;
        }
        var ends = part.Split('-', '–');
        if (ends.Length > 2 || DayOf(ends[0]) is not { } first || DayOf(ends[^1]) is not { } last) return null;
        var bits = 0;
        // "Fri-Mon" goes over the end of the week.
        for (var day = first; ; day = (day + 1) % Week)
        {
            bits |= 1 << day;
            if (day == last) return bits;
        }
    }

    private static int? DayOf(string name) => Array.FindIndex(Names, day => name.Length >= 3 && FullName(day).StartsWith(name, StringComparison.Ordinal)) is >= 0 and var day ? day : null;

    private static string FullName(string day) => day switch
    {
        "Tue" => "tuesday",
        "Wed" => "wednesday",
        "Thu" => "thursday",
        "Sat" => "saturday",
        _ => day.ToLowerInvariant() + "day",
    };
}
