namespace Bot.Tests.Briefings;

public sealed class FolderListingTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private void Link(string name, string target)
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Links need a privilege on Windows: turn developer mode on.");
        File.CreateSymbolicLink(Path.Combine(desk.Folder, name), target);
    }

    [Fact]
    public void Names_in_any_script_and_endings_in_any_case_are_read_hidden_and_unknown_ones_counted()
    {
        string[] read = ["Переговоры/апрель 2023.txt", "会议.TXT", "مفاوضات.md", "a/b/c/d.Html", "emoji 😀.txt"];
        foreach (var name in read) desk.Write(name, "Talks <p>were held in New York.");
        foreach (var name in (string[])[".hidden.txt", ".git/a.txt", "photo.jpg", "a.txt.part", "README"]) desk.Write(name, "Talks.");
        Assert.Equal(5, desk.Sweep().PassedOver);
        Assert.Equal(read.Order(StringComparer.Ordinal), desk.Ids);
        Assert.Empty(desk.Warnings);
    }

    [Fact]
    public void A_folder_may_be_named_like_a_file()
    {
        desk.Write("x.txt/a.txt", "Talks.");
        desk.Sweep();
        Assert.Equal(["x.txt/a.txt"], desk.Ids);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        File.WriteAllText(Path.Combine(desk.Outside, "secret.txt"), "Secret.");
        Link("a.txt", Path.Combine(desk.Outside, "secret.txt"));
        Link("b.txt", "../secret.txt");
        Link("up", "..");
        Link("c.txt", "up/secret.txt");
        desk.Sweep();
        Assert.Empty(desk.Ids);
        Assert.Equal(4, desk.Warnings.Count);
        Assert.All(desk.Warnings, warning => Assert.Contains("leads out of the folder", warning, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_in_a_circle_or_to_nothing_are_warnings()
    {
        Link("a.txt", "b.txt");
        Link("b.txt", "a.txt");
        Link("c.txt", "nothing.txt");
        Link("here", ".");
        desk.Write("d.txt", "Talks.");
        desk.Sweep();
        Assert.Equal(["d.txt"], desk.Ids);
        Assert.Equal(3, desk.Warnings.Count);
    }

    [Fact]
    public void A_link_within_is_read_unless_what_it_leads_to_is_read_anyway()
    {
        desk.Write("a.txt", "Talks.");
        desk.Write(".versions/7.txt", "The seventh.");
        Link("same.txt", "a.txt");
        Link("latest.txt", ".versions/7.txt");
        desk.Sweep();
        Assert.Equal(["a.txt", "latest.txt"], desk.Ids);
        Assert.Equal("The seventh.", desk.Text("latest.txt"));
    }

    [Fact]
    public void The_folder_itself_may_be_a_link()
    {
        desk.Write("a.txt", "Talks.");
        desk.Write(".v/b.txt", "More.");
        Link("b.txt", ".v/b.txt");
        var link = Path.Combine(desk.Outside, "link");
        File.CreateSymbolicLink(link, desk.Folder);
        desk.Options.Folder = link;
        desk.Sweep();
        Assert.Equal(["a.txt", "b.txt"], desk.Ids);
    }

    [Fact]
    public void The_folder_may_be_one_file()
    {
        desk.Lines("corpus.jsonl", """{"id":"a","text":"Talks."}""", """{"text":"More."}""");
        desk.Write("other.txt", "Not this one.");
        desk.Options.Folder = Path.Combine(desk.Folder, "corpus.jsonl");
        desk.Sweep();
        Assert.Equal(["a", "corpus.jsonl#2"], desk.Ids);
    }

    [Fact]
    public void A_file_that_is_too_large_or_empty_is_a_warning_and_no_longer_a_briefing()
    {
        desk.Options.LargestFileMegabytes = 1;
        desk.Write("a.txt", "Talks.");
        desk.Write("b.txt", "Talks.");
        desk.Sweep();
        desk.Write("a.txt", new string('a', 1_100_000));
        desk.Write("b.txt", "");
        desk.Sweep();
        Assert.Empty(desk.Ids);
        Assert.Equal(["a.txt is 1.0 MB, larger than 1 MB (Briefings:LargestFileMegabytes).", "b.txt is empty."], desk.Warnings);
        desk.Options.LargestFileMegabytes = 2;
        desk.Write("b.txt", "Talks.");
        desk.Sweep();
        Assert.Equal(["a.txt", "b.txt"], desk.Ids);
        Assert.Empty(desk.Warnings);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_warning_and_keeps_what_was_read_before()
    {
        foreach (var name in (string[])["a.txt", "b.txt", "c.txt"]) desk.Write(name, "Talks.");
        desk.Sweep();
        foreach (var name in (string[])["a.txt", "b.txt", "c.txt"]) desk.Write(name, "Changed.");
        desk.Fault = (name, stream) => name switch
        {
            "a.txt" => throw new UnauthorizedAccessException(),
            "b.txt" => new Breaking(stream),
            _ => stream,
        };
        desk.Sweep();
        Assert.Equal(["Talks.", "Talks.", "Changed."], [desk.Text("a.txt")!, desk.Text("b.txt")!, desk.Text("c.txt")!]);
        Assert.Equal(2, desk.Warnings.Count);
        Assert.Contains("a.txt cannot be read: permission denied", desk.Warnings[0], StringComparison.Ordinal);
        desk.Fault = null;
        desk.Sweep();
        Assert.Equal("Changed.", desk.Text("b.txt"));
        Assert.Empty(desk.Warnings);
    }

    [Theory]
    [InlineData(false)] // the disk fails
    [InlineData(true)] // the reader stumbles
    public void A_file_of_records_that_breaks_off_keeps_the_rest_of_what_was_read_before(bool stumbles)
    {
        var lines = Enumerable.Range(0, 3000).Select(i => $$"""{"id":{{i}},"text":"Text {{i}}."}""").ToArray();
        desk.Lines("a.jsonl", lines);
        desk.Sweep();
        Assert.Equal(3000, desk.Ids.Count);
        desk.Lines("a.jsonl", [.. lines.Select(line => line.Replace("Text", "Changed", StringComparison.Ordinal))]);
        desk.Fault = (_, stream) => new Breaking(stream, after: 2, stumbles);
        desk.Sweep();
        Assert.Equal(3000, desk.Ids.Count);
        Assert.EndsWith("; what was read from it before stays.", Assert.Single(desk.Warnings), StringComparison.Ordinal);
        desk.Fault = null;
        desk.Sweep();
        Assert.Equal("Changed 2999.", desk.Text("2999"));
    }

    [Fact]
    public void A_file_that_vanishes_before_it_is_read_is_no_warning()
    {
        desk.Write("a.txt", "Talks.");
        desk.Write("b.txt", "Talks.");
        desk.Fault = (name, stream) => name == "a.txt" ? throw new FileNotFoundException() : stream;
        desk.Sweep();
        Assert.Equal(["b.txt"], desk.Ids);
        Assert.Empty(desk.Warnings);
    }

    [Fact]
    public void A_bad_line_is_warned_of_until_it_is_mended()
    {
        desk.Lines("a.jsonl", """{"id":1,"text":"One."}""", "broken", """{"id":3,"text":"Three."}""");
        desk.Sweep();
        desk.Sweep();
        Assert.Equal(["1", "3"], desk.Ids);
        Assert.StartsWith("a.jsonl, line 2, is not a JSON object", Assert.Single(desk.Warnings), StringComparison.Ordinal);
        desk.Lines("a.jsonl", """{"id":1,"text":"One."}""", """{"id":2,"text":"Two."}""");
        desk.Sweep();
        Assert.Empty(desk.Warnings);
    }

    [Fact]
    public void A_file_that_is_no_jsonl_at_all_does_not_fill_the_log_with_its_lines()
    {
        desk.Lines("a.jsonl", [.. Enumerable.Repeat("not json", 5000)]);
        desk.Sweep();
        Assert.Equal(101, desk.Warnings.Count);
        Assert.Contains("a.jsonl has 4900 more lines like these.", desk.Warnings);
    }

    /// <summary>Can be hashed, but breaks when it is read for the second time.</summary>
    private sealed class Breaking(Stream inner, int after = 0, bool stumbles = false) : MemoryStream(All(inner))
    {
        private bool rewound;
        private int reads;

        public override long Position
        {
            get => base.Position;
            set
            {
                rewound = true;
                base.Position = value;
            }
        }

        public override int Read(Span<byte> buffer) => Check(base.Read(buffer));

        public override int Read(byte[] buffer, int offset, int count) => Check(base.Read(buffer, offset, Math.Min(count, 40_000)));

        private int Check(int read) => rewound && ++reads > after ? throw (stumbles ? new InvalidDataException("broken") : new IOException("broken")) : read;

        private static byte[] All(Stream stream)
        {
            using var all = new MemoryStream();
            stream.CopyTo(all);
            stream.Dispose();
            return all.ToArray();
        }
    }
}
