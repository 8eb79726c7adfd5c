namespace Bot.Tests.Times;

public sealed class TimeSheetTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Rows() =>
        Directory.GetFiles(TimeSheet.Folder, "*.md").SelectMany(TimeSheet.Read)
            .Select(row => new TheoryDataRow<string, string>(row.Place, row.Text));

    [Theory, MemberData(nameof(Rows))]
    public void A_time_expression_says_what_a_careful_reader_says(string place, string text)
    {
        var row = TimeSheet.Read(Path.Combine(TimeSheet.Folder, place.Split(':')[0])).Single(row => row.Place == place);

        Assert.True(row.Expected == row.Found(), $"{place} {text} ({row.Why})\n  expected {row.Expected}\n  but got  {row.Found()}");
    }
}
