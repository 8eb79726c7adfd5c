using Bot.Briefings;
using Bot.Briefings.Storing;
using Bot.Chat;
using Bot.Text;

namespace Bot.Tests.Briefings;

public sealed class BriefingLogTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Everything_but_the_text_is_remembered()
    {
        desk.Write("a.md", "---\ntitle: Talks\ndate: 2023-07-06\nsource: NBC News\nauthor: J. Lederman\nlanguage: fr\n---\nThey met.");
        desk.Sweep();
        desk.Restart();
        var logged = desk.Find("a.md");
        Assert.Equal(
            new LoggedBriefing(
                new BriefingId("a.md"), "main", "a.md", null, logged.Text, new TextSpan(88, 97), "Talks", new DateOnly(2023, 7, 6), "NBC News", "J. Lederman",
                "fr", Desk.Start, Desk.Start, null, 1),
            logged);
        Assert.Equal("They met.", desk.Texts.Read(logged.Text, logged.Body));
    }

    [Fact]
    public void The_store_keeps_its_id_and_another_has_another()
    {
        var id = desk.Log.StoreId;
        desk.Restart();
        Assert.Equal(id, desk.Log.StoreId);
        using var other = new Desk();
        Assert.NotEqual(id, other.Log.StoreId);
    }

    [Fact]
    public void The_list_is_newest_first_and_undated_last_page_by_page()
    {
        foreach (var name in (string[])["2022-01-01.txt", "b.txt", "2023-07-06.txt", "a.txt"]) desk.Write(name, $"Talks {name}.");
        desk.Sweep();
        Assert.Equal(["2023-07-06.txt", "2022-01-01.txt", "a.txt"], desk.Log.List(Scope.Main, 0, 3).Select(briefing => briefing.Id.Value));
        Assert.Equal(["b.txt"], desk.Log.List(Scope.Main, 3, 3).Select(briefing => briefing.Id.Value));
        Assert.Equal((4, Desk.Start), (desk.Log.Count(Scope.Main), desk.Log.NewestSeen!.Value));
    }

    [Fact]
    public void Another_scope_sees_nothing()
    {
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        foreach (var scope in (Scope[])[new Scope(["board"]), new Scope([])])
        {
            Assert.Empty(desk.Log.List(scope));
            Assert.Equal(0, desk.Log.Count(scope));
            Assert.Empty(desk.Log.WithText(TextHash.Of("Talks."), scope));
        }

        Assert.Single(desk.Log.WithText(TextHash.Of("Talks."), new Scope(["board", "main"])));
    }

    [Fact]
    public void A_reader_beside_the_writer_sees_what_was_written()
    {
        using var reader = BriefingLog.OpenReadOnly(desk.StateFile);
        Assert.Equal((0, null), (reader.LastRevision, reader.NewestSeen));
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        Assert.Equal("a.txt", Assert.Single(reader.ChangesAfter(0)).Id.Value);
        Assert.Equal(desk.Log.StoreId, reader.StoreId);
    }

    [Fact]
    public void A_row_is_told_as_it_is_now_however_often_it_was_asked_for()
    {
        using var reader = BriefingLog.OpenReadOnly(desk.StateFile);
        desk.Write("a.txt", "Talks.");
        desk.Write("b.txt", "Others.");
        desk.Sweep();
        foreach (var log in (BriefingLog[])[desk.Log, reader])
        {
            Assert.Equal(TextHash.Of("Talks."), log.Find(new BriefingId("a.txt"))!.Text);
            Assert.Equal(["a.txt", "b.txt"], log.Find([.. Ids("a.txt", "none.txt", "b.txt", "a.txt")]).Keys.Select(id => id.Value).Order());
        }
        desk.Write("a.txt", "Talks were held.");
        desk.Delete("b.txt");
        desk.Sweep();
        foreach (var log in (BriefingLog[])[desk.Log, reader])
        {
            Assert.Equal(TextHash.Of("Talks were held."), log.Find(new BriefingId("a.txt"))!.Text);
            Assert.True(log.Find(Ids("b.txt"))[new BriefingId("b.txt")].IsGone);
            Assert.Null(log.Find(new BriefingId("none.txt")));
        }

        static IEnumerable<BriefingId> Ids(params string[] ids) => ids.Select(id => new BriefingId(id));
    }

    [Fact]
    public void A_damaged_file_is_told_in_a_sentence_and_left_as_it_is()
    {
        var path = Path.Combine(desk.Outside, "damaged.db");
        File.WriteAllText(path, new string('x', 5000));
        var told = Assert.Throws<StateException>(() => BriefingLog.Open(path));
        Assert.Contains("is damaged", told.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(path));
    }

    [Theory]
    [InlineData(68, "another program's file")]
    [InlineData(60, "a newer version")]
    public void A_file_of_another_program_or_version_is_told_in_a_sentence(int headerField, string reason)
    {
        var path = Path.Combine(desk.Outside, "other.db");
        BriefingLog.Open(path).Dispose();
        var bytes = File.ReadAllBytes(path);
        // SQLite's file format: bytes 60 to 63 of the header are the user version, 68 to 71 the application id.
        bytes[headerField + 3] = 99;
        File.WriteAllBytes(path, bytes);
        Assert.Contains(reason, Assert.Throws<StateException>(() => BriefingLog.Open(path)).Message, StringComparison.Ordinal);
        Assert.Throws<StateException>(() => BriefingLog.OpenReadOnly(path));
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_missing_file_cannot_be_opened_for_reading() =>
        Assert.Contains("nothing has been indexed", Assert.Throws<StateException>(() => BriefingLog.OpenReadOnly(Path.Combine(desk.Outside, "none.db"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_sweep_that_is_cancelled_or_fails_goes_on_where_it_stood()
    {
        desk.Lines("a.jsonl", [.. Enumerable.Range(0, 1800).Select(i => $$"""{"id":{{i}},"text":"Text {{i}}."}""")]);
        var batches = 0;
        Assert.Throws<InvalidOperationException>(() => desk.Sweep(_ =>
        {
            if (++batches == 2) throw new InvalidOperationException("killed");
        }));
        Assert.Equal((1000, 1000), (desk.Log.Count(Scope.Main), desk.Log.LastRevision));
        Assert.All(desk.Log.ChangesAfter(0), briefing => Assert.NotNull(desk.Texts.Read(briefing.Text)));
        desk.Restart();
        desk.Sweep();
        Assert.Equal(800, desk.Changes.Count);
        Assert.Equal(1800, desk.Log.Count(Scope.Main));
    }

    [Fact]
    public void Records_of_a_file_that_was_half_read_and_then_deleted_are_gone()
    {
        desk.Lines("a.jsonl", [.. Enumerable.Range(0, 1800).Select(i => $$"""{"id":{{i}},"text":"Text {{i}}."}""")]);
        Assert.Throws<InvalidOperationException>(() => desk.Sweep(_ => throw new InvalidOperationException("killed")));
        Assert.Equal(500, desk.Log.Count(Scope.Main));
        desk.Delete("a.jsonl");
        desk.Restart();
        desk.Sweep();
        Assert.Equal(0, desk.Log.Count(Scope.Main));
    }

    [Fact]
    public void Progress_counts_up_to_all_files_and_bytes()
    {
        for (var i = 0; i < 5; i++) desk.Write($"{i}.txt", "Talks.");
        var seen = new List<SweepProgress>();
        desk.Sweep(_ => { }, new Collect(seen));
        Assert.Equal(new SweepProgress(5, 5, 30, 30), seen[^1]);
        Assert.Equal([0, 1, 2, 3, 4, 5], seen.Select(progress => progress.FilesDone));
    }

    private sealed class Collect(List<SweepProgress> seen) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => seen.Add(value);
    }
}
