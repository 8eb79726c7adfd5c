using Bot.Chat;

namespace Bot.Tests.Chat;

/// <summary>What somebody says to the bot among people, and what it is taken for.</summary>
public class SpokenLineTests
{
    [Theory]
    [InlineData("who is Lavrov?", "/who Lavrov")]
    [InlineData("Who was the Belarusian president?", "/who the Belarusian president")]
    [InlineData("who Lavrov", "/who Lavrov")]
    [InlineData("who met Lavrov?", "/ask who met Lavrov?")]
    [InlineData("when talks", "/when talks")]
    [InlineData("where talks?", "/where talks")]
    [InlineData("when did the talks begin?", "/ask when did the talks begin?")]
    [InlineData("says Lukashenko about:Russia", "/says Lukashenko about:Russia")]
    [InlineData("source 95124ff8:150-431", "/source 95124ff8:150-431")]
    [InlineData("ask was Biden aware?", "/ask was Biden aware?")]
    [InlineData("/when talks from:2022", "/when talks from:2022")]
    [InlineData("help", "/help")]
    [InlineData("help when", "/help when")]
    [InlineData("help me find the talks", "/ask help me find the talks")]
    [InlineData("briefings list", "/briefings list")]
    [InlineData("Was the Biden administration aware of the talks?", "/ask Was the Biden administration aware of the talks?")]
    [InlineData("", "/help")]
    [InlineData("when?", "/ask when?")]
    public void What_is_said_is_read_as_a_line(string message, string line) => Assert.Equal(line, SpokenLine.Read(message, subject: null)[0].TrimEnd());

    [Theory]
    [InlineData("when?", "/when Lavrov")]
    [InlineData("and where was he?", "/where Lavrov")]
    [InlineData("What did he say?", "/says Lavrov")]
    [InlineData("who is that", "/who Lavrov")]
    [InlineData("когда?", "/when Lavrov")]
    [InlineData("when did it happen", "/when Lavrov")]
    [InlineData("when did he meet Haass?", "/ask when did he meet Haass?")]
    [InlineData("what happened?", "/ask what happened?")]
    [InlineData("who is Haass?", "/who Haass")]
    [InlineData("thanks", "/ask thanks")]
    public void What_names_nothing_lives_on_what_was_spoken_of(string message, string line) => Assert.Equal(line, SpokenLine.Read(message, "Lavrov")[0]);

    [Theory]
    [InlineData("/who Lavrov", "Lavrov")]
    [InlineData("/says Lukashenko about:Russia", "Lukashenko")]
    [InlineData("/ask Was Biden aware?", "Was Biden aware?")]
    [InlineData("/help when", null)]
    [InlineData("/who", null)]
    public void A_line_is_about_something_or_nothing(string line, string? subject) => Assert.Equal(subject, FollowUp.SubjectOf(line));

    [Fact]
    public void Of_another_only_what_all_saw_is_lived_on_and_nothing_after_an_hour()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var subjects = new ConversationSubjects(clock);
        subjects.Note("desk", "1", "/who Lavrov", isPublic: false);
        Assert.Equal(("Lavrov", null, null), (subjects.Of("desk", "1"), subjects.Of("desk", "2"), subjects.Of("elsewhere", "1")));
        subjects.Note("desk", "1", "/when talks", isPublic: true);
        subjects.Note("desk", "1", "/help", isPublic: true);
        Assert.Equal(("talks", "talks"), (subjects.Of("desk", "1"), subjects.Of("desk", "2")));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(subjects.Of("desk", "1"));
    }
}
