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
    public async Task Other_briefings_are_refused_also_while_the_data_folders_own_are_away_and_these_find_all_when_they_are_back()
    {
        await StartAndEndAsync(known.Folder);
        var away = known.Folder + "-away";
        Directory.Move(known.Folder, away);
        var sentence = $"Data:Folder is \"{known.Data}\", which belongs to the briefings in \"{known.Folder}\", and not to those in \"{others.Folder}\". "
            + "Its own are not there at the moment (a disk that is not mounted, perhaps), and these are others. "
            + $"Give these a data folder of their own with --data; or, if they have taken the place of its own for good, move \"{known.Data}\" away, and it is made anew.";
        foreach (var beside in Enum.GetValues<BesideWriter>()) Assert.Equal(sentence, await RefusalOf(others.Folder, beside));
        Assert.Equal(sentence, DataCheck.Problem(new DataOptions { Folder = known.Data }, new BriefingsOptions { Folder = others.Folder }));
        Directory.Move(away, known.Folder);
        await using var bot = await known.StartAsync();
        known.AssertAllThereOnce(bot);
        Assert.Equal(3, bot.Service<BriefingLog>().LastRevision);
    }

    [Fact]
    public async Task Files_of_the_same_names_and_sizes_are_others_when_other_words_stand_in_them()
    {
        await StartAndEndAsync(known.Folder);
        Directory.Move(known.Folder, known.Folder + "-away");
        foreach (var id in known.Texts.Keys)
        {
            var path = Path.Combine(others.Folder, id);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, known.Texts[id].Replace("Minsk", "Paris", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }
        Assert.Contains("and these are others", await RefusalOf(others.Folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Moved_briefings_are_known_as_long_as_most_of_their_files_are_what_they_were(int changed, bool areKnown)
    {
        await StartAndEndAsync(known.Folder);
        for (var i = 0; i < changed; i++) known.Write(i, version: 20);
        var moved = Path.Combine(Root, "renamed");
        Directory.Move(known.Folder, moved);
        var (data, briefings) = (new DataOptions { Folder = known.Data }, new BriefingsOptions { Folder = moved });
        Assert.Equal(areKnown, DataCheck.Problem(data, briefings) is null);
        if (!areKnown)
        {
            await RefusalOf(moved);
            return;
        }
        await using var bot = await TestBot.OverAsync(moved, known.Data);
        known.AssertAllThereOnce(bot);
    }

    [Fact]
    public async Task One_file_that_was_renamed_keeps_its_data_folder_and_another_of_its_name_is_refused()
    {
        var (one, other) = (Path.Combine(Root, "cables.jsonl"), Path.Combine(Root, "elsewhere", "cables.jsonl"));
        Directory.CreateDirectory(Path.GetDirectoryName(other)!);
        await File.WriteAllTextAsync(one, """{"id": "a", "text": "Sergey Lavrov met the delegation in Geneva."}""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(other, """{"id": "a", "text": "Sergey Lavrov met the delegation in Moscow."}""", TestContext.Current.CancellationToken);
        await StartAndEndAsync(one);
        var renamed = Path.Combine(Root, "cables-2023.jsonl");
        File.Move(one, renamed);
        Assert.Contains("and these are others", await RefusalOf(other), StringComparison.Ordinal);
        await StartAndEndAsync(renamed);
        Assert.Contains($"belongs to the briefings in \"{renamed}\"", await RefusalOf(other), StringComparison.Ordinal);
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
