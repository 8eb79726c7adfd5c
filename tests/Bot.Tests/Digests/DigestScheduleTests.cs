using Bot.Chat;
using Bot.Digests;
using Bot.Subscriptions;

namespace Bot.Tests.Digests;

public class DigestScheduleTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_first_digest_covers_one_day()
    {
        var digest = Assert.Single(DigestSchedule.Due(Every(AfterDowntime.Merged) with { Created = Monday.AddDays(-3.5), LastDue = null }, Monday.AddDays(-3)));
        Assert.Equal((Monday.AddDays(-3), Monday.AddDays(-4)), (digest.Due, digest.From));
    }

    [Fact]
    public void Nothing_is_due_before_its_time() => Assert.Empty(DigestSchedule.Due(Every(AfterDowntime.Late), Monday.AddDays(1).AddMilliseconds(-1)));

    [Fact]
    public void One_on_time_covers_what_came_since_the_last() =>
        Assert.Equal([new PlannedDigest(Monday.AddDays(1), Monday, Monday.AddDays(1).AddMinutes(14), IsSkipped: false)], DigestSchedule.Due(Every(AfterDowntime.Skipped), Monday.AddDays(1).AddMinutes(14)));

    [Fact]
    public void Those_missed_are_merged_into_the_newest() =>
        Assert.Equal([new PlannedDigest(Monday.AddDays(3), Monday, Monday.AddDays(3).AddHours(2), IsSkipped: false)], DigestSchedule.Due(Every(AfterDowntime.Merged), Monday.AddDays(3).AddHours(2)));

    [Fact]
    public void Those_missed_come_late_each_with_its_own_day() =>
        Assert.Equal(
            [.. Enumerable.Range(1, 3).Select(day => new PlannedDigest(
                Monday.AddDays(day), Monday.AddDays(day - 1), day == 3 ? Monday.AddDays(3).AddHours(2) : Monday.AddDays(day), IsSkipped: false))],
            DigestSchedule.Due(Every(AfterDowntime.Late), Monday.AddDays(3).AddHours(2)));

    [Fact]
    public void After_a_month_away_no_more_than_a_week_comes_late()
    {
        var planned = DigestSchedule.Due(Every(AfterDowntime.Late), Monday.AddDays(30).AddHours(2));
        Assert.Equal((30, 23), (planned.Count, planned.TakeWhile(digest => digest.IsSkipped).Count()));
        Assert.All(planned.Skip(23), digest => Assert.False(digest.IsSkipped));
    }

    [Fact]
    public void Those_missed_are_left_out_and_the_one_on_time_is_not()
    {
        var planned = DigestSchedule.Due(Every(AfterDowntime.Skipped), Monday.AddDays(3).AddMinutes(1));
        Assert.Equal([true, true, false], planned.Select(digest => digest.IsSkipped));
        Assert.Equal(Monday.AddDays(2), planned[^1].From);
    }

    private static Subscription Every(AfterDowntime missed) => new(
        "7Q4KAB", "discord", "1", Scope.Main, [], new DigestTimes(new TimeOnly(7, 0), "UTC", Weekdays.Daily), WhenEmpty.Say, missed, Monday.AddDays(-9), LastDue: Monday);
}
