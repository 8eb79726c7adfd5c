using Bot.Briefings;
using Bot.Tests.Indexing;

namespace Bot.Tests.Briefings;

/// <summary>A data folder is of the briefings that it was made from.</summary>
public sealed class BelongingTests : IDisposable
{
    private readonly KnownBriefings known = new(), others = new();

    public BelongingTests()
    {
        for (var i = 0; i < 3; i++) known.Write(i);
        for (var i = 10; i < 12; i++) others.Write(i);
    }

    private string Root => Path.GetDirectoryName(known.Folder)!;

    public void Dispose()
    {
        known.Dispose();
        others.Dispose();
    }

    [Fact]
    public async Task Other_briefings_are_refused_and_nothing_of_the_data_folders_own_is_lost()
    {
        await StartAndEndAsync(known.Folder);
        foreach (var beside in Enum.GetValues<BesideWriter>())
        {
            Assert.Equal(
                $"Data:Folder is \"{known.Data}\", which belongs to the briefings in \"{known.Folder}\", and not to those in \"{others.Folder}\". "
                + "Give these a data folder of their own with --data.",
                await RefusalOf(others.Folder, beside));
        }
        await using var bot = await known.StartAsync();
        known.AssertAllThereOnce(bot);
        Assert.Equal(3, bot.Service<BriefingLog>().LastRevision);
    }

    [Fact]
    public async Task Beside_a_running_bot_other_briefings_are_refused_also_while_its_own_are_away()
    {
        await using var bot = await known.StartAsync();
        await using (var reader = await known.StartAsync(BesideWriter.ReadOnly)) known.AssertAllThereOnce(reader);
        Assert.Contains($"belongs to the briefings in \"{known.Folder}\"", await RefusalOf(others.Folder, BesideWriter.ReadOnly), StringComparison.Ordinal);
        await bot.StopFollowingAsync();
        Directory.Move(known.Folder, known.Folder + "-away");
        Assert.Contains($"belongs to the briefings in \"{known.Folder}\"", await RefusalOf(others.Folder, BesideWriter.ReadOnly), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Briefings_that_were_moved_or_renamed_keep_their_data_folder()
    {
        await StartAndEndAsync(known.Folder);
        var moved = Path.Combine(Root, "renamed");
        Directory.Move(known.Folder, moved);
        await using (var bot = await TestBot.OverAsync(moved, known.Data))
        {
            known.AssertAllThereOnce(bot);
            Assert.Equal(3, bot.Service<BriefingLog>().LastRevision);
        }
        // From then on it is of the new place.
        Directory.CreateDirectory(known.Folder);
        Assert.Contains($"belongs to the briefings in \"{moved}\"", await RefusalOf(known.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_the_same_folder_is_written_it_is_the_same()
    {
        await StartAndEndAsync(known.Folder);
        var link = Path.Combine(Root, "link");
        Directory.CreateSymbolicLink(link, known.Folder);
        foreach (var path in (string[])[known.Folder + "/", known.Folder + "/../briefings//", link, link + "/", Path.GetRelativePath(Environment.CurrentDirectory, known.Folder)])
            await StartAndEndAsync(path);
        // Moved, with a link left behind.
        var moved = Path.Combine(Root, "moved");
        Directory.Move(known.Folder, moved);
        Directory.CreateSymbolicLink(known.Folder, moved);
        await StartAndEndAsync(moved);
        await StartAndEndAsync(known.Folder);
    }

    [Fact]
    public async Task One_file_has_a_data_folder_of_its_own_too()
    {
        var (one, other) = (Path.Combine(known.Folder, "desk1/b00001.txt"), Path.Combine(known.Folder, "desk2/b00002.txt"));
        await StartAndEndAsync(one);
        await StartAndEndAsync(Path.Combine(known.Folder, "desk2/../desk1/b00001.txt"));
        Assert.Contains($"belongs to the briefings in \"{one}\", and not to those in \"{other}\"", await RefusalOf(other), StringComparison.Ordinal);
        Assert.Contains($"belongs to the briefings in \"{one}\", and not to those in \"{known.Folder}\"", await RefusalOf(known.Folder), StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_has_none_noted_takes_those_of_its_next_start()
    {
        using (var log = BriefingLog.Open(Path.Combine(known.Data, "state.db"))) Assert.Null(log.BriefingsFolder);
        var (data, briefings) = (new DataOptions { Folder = known.Data }, new BriefingsOptions { Folder = known.Folder });
        Assert.Null(DataCheck.Problem(data, briefings));
        using (Bot.Indexing.DataFolder.Open(data, briefings, BesideWriter.Refuse))
        {
        }
        using (var log = BriefingLog.Open(Path.Combine(known.Data, "state.db"))) Assert.Equal(known.Folder, log.BriefingsFolder);
        Assert.Contains("belongs to", DataCheck.Problem(data, new BriefingsOptions { Folder = others.Folder }), StringComparison.Ordinal);
    }

    private async Task StartAndEndAsync(string briefings)
    {
        await using var bot = await TestBot.OverAsync(briefings, known.Data);
    }

    private async Task<string> RefusalOf(string briefings, BesideWriter beside = BesideWriter.Refuse) =>
        (await Assert.ThrowsAsync<CannotStartException>(() => TestBot.OverAsync(briefings, known.Data, beside))).Message;
}
