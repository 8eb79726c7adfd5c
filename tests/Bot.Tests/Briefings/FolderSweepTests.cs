namespace Bot.Tests.Briefings;

public sealed class FolderSweepTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void A_file_becomes_a_briefing_whose_text_is_stored()
    {
        desk.Write("2023-07-06-talks.txt", Seed.Text);
        var result = desk.Sweep();

        Assert.Equal((1, 1), (result.Read, result.Written));
        var logged = desk.Find("2023-07-06-talks.txt");
        Assert.Equal(new DateOnly(2023, 7, 6), logged.Date);
        Assert.Equal(Desk.Start, logged.FirstSeen);
        Assert.Equal(Seed.Text, desk.Texts.Read(logged.Text));
        Assert.Equal(Seed.Text, desk.Changes.Single().Briefing!.Text);
        Assert.Equal(1, desk.Log.LastRevision);
    }

    [Fact]
    public void An_unchanged_file_is_not_opened_again_at_the_next_start()
    {
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        desk.Restart();
        desk.Sweep();
        Assert.Empty(desk.Opened);
        Assert.Empty(desk.Changes);
    }

    [Fact]
    public void A_touched_file_changes_nothing()
    {
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        Assert.Equal(["a.txt"], desk.Opened);
        Assert.Empty(desk.Changes);
        desk.Sweep();
        Assert.Empty(desk.Opened);
    }

    [Fact]
    public void A_changed_file_keeps_its_first_seen_and_gets_a_new_revision()
    {
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        desk.Time.Advance(TimeSpan.FromHours(1));
        desk.Write("a.txt", "No talks.");
        desk.Sweep();
        var logged = desk.Find("a.txt");
        Assert.Equal((Desk.Start, Desk.Start.AddHours(1), 2), (logged.FirstSeen, logged.Changed, logged.Revision));
        Assert.Equal("No talks.", desk.Text("a.txt"));
    }

    [Fact]
    public void A_deleted_file_is_gone_and_comes_back_with_its_first_seen()
    {
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        desk.Delete("a.txt");
        desk.Sweep();
        Assert.True(desk.Changes.Single() is { Briefing: null, Logged.IsGone: true });
        Assert.Empty(desk.Ids);
        desk.Time.Advance(TimeSpan.FromHours(1));
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        Assert.False(desk.Find("a.txt").IsGone);
        Assert.Equal(Desk.Start, desk.Find("a.txt").FirstSeen);
        Assert.Equal(3, desk.Log.LastRevision);
    }

    [Fact]
    public void A_renamed_file_keeps_its_first_seen()
    {
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        desk.Time.Advance(TimeSpan.FromHours(1));
        desk.Move("a.txt", "b.txt");
        desk.Sweep();
        Assert.Equal(["b.txt"], desk.Ids);
        Assert.Equal(Desk.Start, desk.Find("b.txt").FirstSeen);
        Assert.True(desk.Find("a.txt").IsGone);
    }

    [Fact]
    public void A_folder_that_vanished_takes_nothing_with_it()
    {
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        Directory.Move(desk.Folder, desk.Folder + ".away");
        desk.Sweep();
        Assert.Equal(["a.txt"], desk.Ids);
        Assert.Contains("is not there", Assert.Single(desk.Warnings));
        Directory.Move(desk.Folder + ".away", desk.Folder);
        desk.Sweep();
        Assert.Empty(desk.Warnings);
    }

    [Fact]
    public void An_emptied_folder_empties_the_corpus()
    {
        desk.Write("a.txt", "Talks.");
        desk.Write("b.txt", "Talks again.");
        desk.Sweep();
        desk.Delete("a.txt");
        desk.Delete("b.txt");
        desk.Sweep();
        Assert.Empty(desk.Ids);
        Assert.Equal(2, desk.Changes.Count);
    }

    [Fact]
    public void A_text_that_was_deleted_behind_the_bots_back_is_read_again()
    {
        desk.Write("a.txt", "Talks.");
        desk.Sweep();
        desk.Texts.Dispose();
        Directory.Delete(desk.TextsFolder, recursive: true);
        desk.Restart();
        Assert.Null(desk.Text("a.txt"));
        desk.Sweep();
        Assert.Equal("Talks.", desk.Text("a.txt"));
        Assert.Empty(desk.Changes);
    }

    [Fact]
    public void Of_a_changed_file_of_records_only_the_changed_ones_get_a_revision()
    {
        desk.Lines("news.jsonl", """{"id":1,"text":"One."}""", """{"id":2,"text":"Two."}""", """{"id":3,"text":"Three."}""");
        desk.Sweep();
        desk.Lines("news.jsonl", """{"id":0,"text":"Zero."}""", """{"id":1,"text":"One."}""", """{"id":2,"text":"Two, changed."}""");
        desk.Sweep();
        Assert.Equal(["0", "2", "3"], desk.Changes.Select(change => change.Logged.Id.Value));
        Assert.Equal([false, false, true], desk.Changes.Select(change => change.Logged.IsGone));
        Assert.Equal(2, desk.Find("1").Line);
        Assert.Equal(["0", "1", "2"], desk.Ids);
    }

    [Fact]
    public void Replaying_the_log_from_any_revision_ends_in_the_same_corpus()
    {
        var index = new Dictionary<string, string>();
        long at = 0;
        for (var step = 0; step < 8; step++)
        {
            desk.Write($"{step}.txt", $"Text {step}.");
            desk.Write($"{step / 2}.txt", $"Changed in {step}.");
            if (step > 3) desk.Delete($"{step - 3}.txt");
            desk.Sweep();
            if (step % 3 != 0) continue;
            Replay();
        }

        Replay();
        Assert.Equal(desk.Ids, index.Keys.Order(StringComparer.Ordinal));
        Assert.All(index, briefing => Assert.Equal(desk.Text(briefing.Key), briefing.Value));

        void Replay()
        {
            foreach (var change in desk.Log.ChangesAfter(at))
            {
                Assert.True(change.Revision > at);
                at = change.Revision;
                if (change.IsGone) index.Remove(change.Id.Value);
                else index[change.Id.Value] = desk.Texts.Read(change.Text)!;
            }
        }
    }
}
