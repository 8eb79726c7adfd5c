using Bot.App.Terminal;

namespace Bot.App.Tests.Terminal;

public class HistoryTests
{
    [Fact]
    public void What_begins_with_a_space_or_says_the_same_again_is_not_kept()
    {
        var history = new History([]);
        Assert.Equal([true, false, false, false, true], new[] { "/who Lavrov", "/who Lavrov", " /who Haass", "", "/help" }.Select(history.Add));
        Assert.Equal(["/who Lavrov", "/help"], history.Lines);
    }

    [Fact]
    public void At_most_five_hundred_lines_are_kept_in_a_file_that_its_owner_alone_reads()
    {
        var folder = Directory.CreateTempSubdirectory("bot-history-").FullName;
        try
        {
            var path = Path.Combine(folder, HistoryFile.Name);
            var file = new HistoryFile(path);
            var history = file.Read();
            for (var i = 0; i < 510; i++)
            {
                if (history.Add($"/who {i}")) file.Append(history);
            }
            Assert.Equal(Enumerable.Range(10, 500).Select(i => $"/who {i}"), File.ReadAllLines(path));
            Assert.Equal("/who 509", new HistoryFile(path).Read().Older(""));
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_is_not_there_keeps_nothing_and_stops_nothing()
    {
        var file = new HistoryFile(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), HistoryFile.Name));
        var history = file.Read();
        history.Add("/help");
        file.Append(history);
        Assert.Equal("/help", history.Older(""));
    }
}
