using Bot.Text;
using Bot.Times;

namespace Bot.Questions;

/// <summary>Reads the options from: and to:, which choose briefings by their document date. Both ends are included.</summary>
internal static class PeriodFilter
{
    /// <returns>The days meant (null: any), or the sentence that says what was wrong.</returns>
    public static (DayInterval? Period, string? Problem) Read(string? from, string? to)
    {
        if (from is null && to is null) return (null, null);
        var first = from is null ? null : DateReader.TryReadPeriod(from);
        var last = to is null ? null : DateReader.TryReadPeriod(to);
        if (from is not null && first is null) return (null, NoDate("from", from));
        if (to is not null && last is null) return (null, NoDate("to", to));
        var period = new DayInterval(first?.From ?? DateOnly.MinValue, last?.To ?? DateOnly.MaxValue);
        return period.From < period.To
            ? (period, null)
            : (null, $"from:{from} lies after to:{to}. Give the earlier date to from: and the later one to to:.");
    }

    private static string NoDate(string option, string value) =>
        $"{option}: takes a year, month or day such as 2023, 2023-07 or 2023-07-06; \"{VisibleText.Shorten(value, 40)}\" is none.";
}
