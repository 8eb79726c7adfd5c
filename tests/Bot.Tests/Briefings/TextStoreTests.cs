using Bot.Briefings;
using Bot.Text;
using CsCheck;

namespace Bot.Tests.Briefings;

public sealed class TextStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("texts-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Table => Path.Combine(folder, "table");

    private string[] Segments => [.. Directory.GetFiles(folder, "*.texts").Order(StringComparer.Ordinal)];

    private static void Fill(TextStore store, params string[] texts)
    {
        foreach (var text in texts) store.Add(text);
        store.Flush();
    }

    [Fact]
    public void A_text_is_read_whole_and_by_span_after_a_restart()
    {
        using (var store = TextStore.Open(folder)) Fill(store, "Talks.", Seed.Text, "");
        using var again = TextStore.Open(folder);
        Assert.Equal(Seed.Text, again.Read(TextHash.Of(Seed.Text)));
        Assert.Equal(Seed.Text[100..140], again.Read(TextHash.Of(Seed.Text), new TextSpan(100, 140)));
        Assert.Equal("", again.Read(TextHash.Of("")));
        Assert.Equal(Seed.Text.Length, again.Length(TextHash.Of(Seed.Text)));
    }

    [Fact]
    public void What_is_not_there_or_ends_before_the_span_is_null()
    {
        using var store = TextStore.Open(folder);
        Fill(store, "Talks.", "More.");
        Assert.Null(store.Read(TextHash.Of("none")));
        Assert.Null(store.Read(TextHash.Of("Talks."), new TextSpan(0, 7)));
        Assert.Equal("s.", store.Read(TextHash.Of("Talks."), new TextSpan(4, 6)));
        Assert.False(store.Contains(TextHash.Of("none")));
        Assert.Null(store.Read(new TextHash("not a hash")));
    }

    [Fact]
    public void Adding_a_text_twice_stores_it_once()
    {
        using var store = TextStore.Open(folder);
        store.Add("Talks.");
        Fill(store, "Talks.", "Talks.");
        Fill(store, "Talks.");
        Assert.Equal(1, store.Count);
        Assert.Equal(12, new FileInfo(Segments.Single()).Length);
    }

    [Fact]
    public void A_text_is_found_by_the_first_digits_of_its_hash()
    {
        using var store = TextStore.Open(folder);
        Fill(store, [.. Enumerable.Range(0, 500).Select(i => $"Text {i}.")]);
        var hash = TextHash.Of("Text 77.");
        Assert.Equal([hash], store.Find(hash.Short));
        Assert.Equal([hash], store.Find(hash.Short.ToUpperInvariant()));
        Assert.Equal([hash], store.Find(hash.Hex[..32]));
        Assert.Empty(store.Find("zzzzzzzz"));
        Assert.Empty(store.Find(""));
        Assert.Equal(500, Enumerable.Range(0, 16).Sum(digit => store.Find(digit.ToString("x", null)).Count));
    }

    [Fact]
    public void A_text_changed_behind_the_bots_back_is_not_read_as_what_it_was()
    {
        using (var store = TextStore.Open(folder)) Fill(store, "Lavrov met Haass.");
        var bytes = File.ReadAllBytes(Segments[0]);
        bytes[0]++;
        File.WriteAllBytes(Segments[0], bytes);
        using var again = TextStore.Open(folder);
        Assert.Null(again.Read(TextHash.Of("Lavrov met Haass.")));
        Assert.Equal("Mavrov", again.Read(TextHash.Of("Lavrov met Haass."), new TextSpan(0, 6)));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("000001.texts")]
    public void Cut_anywhere_in_its_last_entry_the_store_opens_with_all_before_it(string name)
    {
        using (var store = TextStore.Open(folder)) Fill(store, "First.", "Second.");
        var before = new FileInfo(Path.Combine(folder, name)).Length;
        using (var store = TextStore.Open(folder)) Fill(store, "Third and last.");
        var files = Directory.GetFiles(folder).ToDictionary(file => file, File.ReadAllBytes);
        var whole = files[Path.Combine(folder, name)];
        for (var length = before; length < whole.Length; length++)
        {
            foreach (var (file, bytes) in files) File.WriteAllBytes(file, bytes);
            File.WriteAllBytes(Path.Combine(folder, name), whole[..(int)length]);
            using (var cut = TextStore.Open(folder))
            {
                Assert.Equal((2, null), (cut.Count, cut.Read(TextHash.Of("Third and last."))));
                Fill(cut, "Another.", "Third and last.");
            }

            using var again = TextStore.Open(folder);
            Assert.Equal(4, again.Count);
            foreach (var text in (string[])["First.", "Second.", "Another.", "Third and last."]) Assert.Equal(text, again.Read(TextHash.Of(text)));
        }
    }

    [Fact]
    public void A_text_that_was_cut_off_does_not_come_to_mean_what_is_written_there_later()
    {
        using (var store = TextStore.Open(folder)) Fill(store, "First.", "Second.");
        using (var data = File.OpenWrite(Segments[0])) data.SetLength("First.".Length * 2);
        using (var store = TextStore.Open(folder)) Fill(store, "A longer text that covers the place.");
        using var again = TextStore.Open(folder);
        Assert.Null(again.Read(TextHash.Of("Second."), new TextSpan(0, 3)));
        Assert.Equal(2, again.Count);
    }

    [Fact]
    public void A_line_of_the_table_that_rots_takes_no_other_with_it()
    {
        using (var store = TextStore.Open(folder)) Fill(store, "First.", "Second.", "Third.");
        var bytes = File.ReadAllBytes(Table);
        bytes[16 + 56 + 3] ^= 1;
        File.WriteAllBytes(Table, bytes);
        using var again = TextStore.Open(folder);
        Assert.Equal(["First.", null, "Third."], ((string[])["First.", "Second.", "Third."]).Select(text => again.Read(TextHash.Of(text))));
    }

    [Fact]
    public void A_reader_beside_the_writer_sees_what_was_flushed()
    {
        using var reader = TextStore.OpenReadOnly(folder);
        using var writer = TextStore.Open(folder);
        writer.Add("First.");
        reader.Refresh();
        Assert.Equal(0, reader.Count);
        writer.Flush();
        reader.Refresh();
        Assert.Equal("First.", reader.Read(TextHash.Of("First.")));
        Fill(writer, "Second.");
        reader.Refresh();
        Assert.Equal("Second.", reader.Read(TextHash.Of("Second.")));
        Assert.Throws<InvalidOperationException>(() => reader.Add("Third."));
    }

    [Fact]
    public void Texts_run_over_into_further_files()
    {
        var texts = Enumerable.Range(0, 50).Select(i => $"Text number {i}.").ToArray();
        using (var store = TextStore.Open(folder, segmentBytes: 200)) Fill(store, texts);
        Assert.True(Segments.Length > 5);
        using var again = TextStore.Open(folder, segmentBytes: 200);
        Assert.All(texts, text => Assert.Equal(text, again.Read(TextHash.Of(text))));
    }

    [Fact]
    public void Compacting_keeps_the_live_texts_and_the_reader_follows()
    {
        var texts = Enumerable.Range(0, 50).Select(i => $"Text number {i}.").ToArray();
        var live = texts[40..].Select(text => TextHash.Of(text)).ToHashSet();
        using var reader = TextStore.OpenReadOnly(folder);
        using (var store = TextStore.Open(folder, segmentBytes: 200))
        {
            Fill(store, texts);
            reader.Refresh();
            Assert.True(store.Compact(live));
            Assert.Equal(10, store.Count);
            Fill(store, "New.");
            Assert.False(store.Compact(live));
        }

        reader.Refresh();
        Assert.Equal([texts[45], "New.", null], ((string[])[texts[45], "New.", texts[3]]).Select(text => reader.Read(TextHash.Of(text))));
        using var again = TextStore.Open(folder, segmentBytes: 200);
        Assert.Equal(11, again.Count);
        Assert.Equal(2, Segments.Length);
    }

    [Fact]
    public void Killed_while_compacting_the_old_store_is_still_there()
    {
        using (var store = TextStore.Open(folder)) Fill(store, "First.", "Second.");
        // What a killed compaction leaves: data files that no table names, and a table not yet in its place.
        File.WriteAllText(Path.Combine(folder, "000002.texts"), "half");
        File.WriteAllText(Table + ".new", "half");
        using (var store = TextStore.Open(folder)) Fill(store, "Third.");
        using var again = TextStore.Open(folder);
        Assert.Equal(["First.", "Second.", "Third."], ((string[])["First.", "Second.", "Third."]).Select(text => again.Read(TextHash.Of(text))));
        Assert.Single(Segments);
    }

    [Fact]
    public void Whatever_is_added_is_read_back() => Gen.String.Array[0, 20].Sample(texts =>
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString())).FullName;
        using (var store = TextStore.Open(own, segmentBytes: 64)) Fill(store, texts);
        using var again = TextStore.Open(own, segmentBytes: 64);
        Assert.All(texts, text => Assert.Equal(text, again.Read(TextHash.Of(text))));
    }, iter: 30);
}
