using Bot.App.CommandLine;

namespace Bot.App.Tests.CommandLine;

public sealed class ProgramPagesTests
{
    [Fact]
    public void What_the_start_read_of_the_program_is_given_back_and_comes_again_when_it_is_wanted()
    {
        if (!OperatingSystem.IsLinux()) Assert.Equal(0, ProgramPages.GiveBack());
        else Assert.All(Enumerable.Range(0, 3), _ => Assert.InRange(ProgramPages.GiveBack(), 100_000, long.MaxValue));
    }
}
