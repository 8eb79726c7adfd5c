using System.Globalization;
using Bot.Subscriptions;

namespace Bot.Tests.Subscriptions;

public class DigestTimesTests
{
    [Theory]
    [InlineData("Europe/Rome", "07:00", "2026-03-28T12:00Z", "2026-03-29T05:00Z", "the clock has gone forward in the night")]
    [InlineData("Europe/Rome", "07:00", "2026-10-24T12:00Z", "2026-10-25T06:00Z", "the clock has gone back in the night")]
    [InlineData("Europe/Rome", "02:30", "2026-03-28T12:00Z", "2026-03-29T01:00Z", "02:30 is jumped over: the first instant after the jump")]
    [InlineData("Europe/Rome", "02:30", "2026-10-24T12:00Z", "2026-10-25T00:30Z", "02:30 comes twice: the first of the two")]
    [InlineData("Europe/Rome", "02:30", "2026-10-25T00:30Z", "2026-10-26T01:30Z", "and not the second too")]
    [InlineData("Asia/Kathmandu", "07:00", "2026-06-01T00:00Z", "2026-06-01T01:15Z", "five hours and three quarters ahead")]
    [InlineData("Australia/Lord_Howe", "07:00", "2026-10-03T12:00Z", "2026-10-03T20:00Z", "a clock that goes forward by half an hour")]
    [InlineData("Pacific/Chatham", "00:00", "2026-01-01T00:00Z", "2026-01-01T10:15Z", "ahead by three quarters, and summer")]
    [InlineData("Africa/Casablanca", "07:00", "2025-12-31T12:00Z", "2026-01-01T06:00Z", "an hour ahead but for one month")]
    [InlineData("UTC", "07:00", "2028-02-28T07:00Z", "2028-02-29T07:00Z", "a leap day")]
    public void The_next_digest_comes_at_the_local_time(string zone, string at, string after, string next, string reason) =>
        Assert.True(Instant(next) == Times(zone, at).After(Instant(after)), $"{reason}: {Times(zone, at).After(Instant(after)):u}");

    [Theory]
    [InlineData("daily", "daily", 7)]
    [InlineData("weekdays", "Mon to Fri", 5)]
    [InlineData("weekends", "Sat, Sun", 2)]
    [InlineData("mon-fri", "Mon to Fri", 5)]
    [InlineData("Fri-Mon", "Mon, Fri, Sat, Sun", 4)]
    [InlineData("mon,thu", "Mon, Thu", 2)]
    [InlineData("Wednesday", "Wed", 1)]
    [InlineData("tues, thurs", "Tue, Thu", 2)]
    public void Days_are_read_as_people_write_them(string text, string shown, int many)
    {
        var days = Weekdays.Read(text)!.Value;
        Assert.Equal(shown, days.ToString());
        Assert.Equal(many, Enum.GetValues<DayOfWeek>().Count(days.Has));
    }

    [Theory]
    [InlineData("")]
    [InlineData("someday")]
    [InlineData("mo")]
    [InlineData("mon-")]
    [InlineData("mon-tue-wed")]
    public void What_names_no_day_is_none(string text) => Assert.Null(Weekdays.Read(text));

    [Fact]
    public void Only_the_days_asked_for_have_one()
    {
        var times = new DigestTimes(new TimeOnly(7, 0), "Europe/Rome", Weekdays.Read("mon,thu")!.Value);
        var local = times.Between(Instant("2026-03-01T00:00Z"), Instant("2026-04-01T00:00Z"))
            .Select(due => TimeZoneInfo.ConvertTime(due, times.ZoneInfo())).ToList();
        Assert.Equal(9, local.Count);
        Assert.All(local, due => Assert.True(due is { Hour: 7, Minute: 0, DayOfWeek: DayOfWeek.Monday or DayOfWeek.Thursday }));
    }

    private static DigestTimes Times(string zone, string at) => new(TimeOnly.Parse(at, CultureInfo.InvariantCulture), zone, Weekdays.Daily);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
