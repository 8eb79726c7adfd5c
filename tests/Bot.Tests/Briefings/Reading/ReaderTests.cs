using System.Text;
using Bot.Briefings;
using Bot.Briefings.Reading;
using CsCheck;

namespace Bot.Tests.Briefings.Reading;

/// <summary>Reads one file of a test.</summary>
internal static class ReadBytes
{
    public static IReadOnlyList<ReadItem> All(string path, byte[] content) => [.. BriefingReaders.For(path)!.Read(path, new MemoryStream(content))];

    public static IReadOnlyList<ReadItem> All(string path, string content) => All(path, Encoding.UTF8.GetBytes(content));

    public static Briefing One(string path, byte[] content)
    {
        var item = Assert.Single(All(path, content));
        return item.Briefing ?? throw new InvalidOperationException(item.Warning);
    }

    public static Briefing One(string path, string content) => One(path, Encoding.UTF8.GetBytes(content));

    public static string Warning(string path, byte[] content) => Assert.Single(All(path, content)).Warning ?? throw new InvalidOperationException("It was read.");
}

public sealed class PlainTextReaderTests
{
    [Theory]
    [InlineData("2023-07-06-talks.txt", "Talks in New York\n\nThey met in April.", "Talks in New York", "a short line, then a blank one")]
    [InlineData("talks.txt", "Talks in New York\r\n\r\nThey met in April.", "Talks in New York", "line ends of Windows")]
    [InlineData("talks.txt", "Talks in New York\nThey met in April.", "talks", "no blank line follows")]
    [InlineData("talks.txt", "They met in April.\n\nThen they parted.", "talks", "a full stop ends a sentence, not a title")]
    [InlineData("talks.txt", "Did they meet?\n\nThen they parted.", "talks", "a question mark, too")]
    [InlineData("talks.txt", "6 July 2023\n\nThey met in April.", "talks", "a date line is no title")]
    [InlineData("talks.txt", "* * *\n\nThey met in April.", "talks", "no letter in it")]
    [InlineData("talks.txt", "Talks in New York\n\n", "talks", "nothing is headed by it")]
    [InlineData("архив/переговоры.txt", "Переговоры прошли.", "переговоры", "the file's name in any script")]
    public void The_title_is_the_first_line_when_it_looks_like_one(string path, string text, string title, string why)
    {
        Assert.True(ReadBytes.One(path, text).Title == title, why);
    }

    [Fact]
    public void The_text_is_the_whole_file_with_its_line_ends()
    {
        var briefing = ReadBytes.One("a.txt", "Title\r\n\r\nThey met.\r\n");
        Assert.Equal("Title\r\n\r\nThey met.\r\n", briefing.Text);
        Assert.Equal(briefing.Text.Length, briefing.Body.Length);
    }

    [Fact]
    public void The_seed_is_read_without_a_date_since_it_states_none()
    {
        var seed = ReadBytes.One("000_39c18c7896545e1c.txt", Seed.Text);
        Assert.Equal((null, "en", "000_39c18c7896545e1c"), (seed.Date, seed.Language, seed.Title));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF")]
    public void A_file_without_words_is_empty(string text) => Assert.Equal("is empty", ReadBytes.Warning("a.txt", Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_file_with_zero_bytes_is_no_text() =>
        Assert.Contains("is not text", ReadBytes.Warning("a.txt", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0x0D, 0x49, 0, 1, 2]));
}

public sealed class TextDecoderTests
{
    private const string Text = "Переговоры — “talks” in Zürich, Kyiv’s view.\r\n";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", true }, { "utf-8", false }, { "utf-16", true }, { "utf-16BE", true }, { "utf-32", true }, { "utf-32BE", true },
        { "utf-16", false }, { "utf-16BE", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Unicode_is_told_by_its_mark_or_its_zero_bytes(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Text)];
        Assert.Equal(Text, TextDecoder.Decode(bytes));
    }

    [Fact]
    public void What_is_not_valid_utf8_is_windows_1252() => Assert.Equal("Zürich’s “café”", TextDecoder.Decode([0x5A, 0xFC, 0x72, 0x69, 0x63, 0x68, 0x92, 0x73, 0x20, 0x93, 0x63, 0x61, 0x66, 0xE9, 0x94]));

    [Fact]
    public void Any_bytes_are_text_or_not_but_never_a_fault() => Check.Sample(Gen.Byte.Array[0, 400], bytes =>
    {
        var text = TextDecoder.Decode(bytes);
        Assert.True(text is null || text.Length <= bytes.Length);
    });
}

public sealed class MarkdownReaderTests
{
    private const string Front = "---\r\ntitle: \"Talks: a \\\"secret\\\" meeting\"\r\ndate: 2023-07-06\r\nsource: NBC News # the outlet\r\nauthor:\r\n  - Josh Lederman\r\n  - Dan De Luce\r\nlanguage: en-US\r\n---\r\n";

    [Fact]
    public void Front_matter_says_title_date_source_author_and_language_and_is_not_in_the_body()
    {
        var briefing = ReadBytes.One("talks.md", Front + "# Heading\r\n\r\nThey met.\r\n");
        Assert.Equal("Talks: a \"secret\" meeting", briefing.Title);
        Assert.Equal(new DateOnly(2023, 7, 6), briefing.Date);
        Assert.Equal(("NBC News", "Josh Lederman, Dan De Luce", "en"), (briefing.Source, briefing.Author, briefing.Language));
        Assert.Equal("# Heading\r\n\r\nThey met.\r\n", briefing.Body.Slice(briefing.Text).ToString());
        Assert.StartsWith("---\r\n", briefing.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Talks in **New York**\n\nThey met.", "Talks in New York", "the first heading without its markup")]
    [InlineData("Intro.\n\n# The [talks](https://example.org) #\n", "The talks", "a link's words; closing marks are markup")]
    [InlineData("Talks\n=====\n\nThey met.", "Talks", "an underlined heading")]
    [InlineData("```\n# no heading\n```\n\n# Talks\n", "Talks", "a fence is code")]
    [InlineData("## Part\n\nThey met.", "talks", "a second-level heading heads a part")]
    [InlineData("---\nThey met.", "talks", "an open rule is no front matter")]
    [InlineData("---\ntitle: >-\n  Talks in\n  New York\n---\nThey met.", "Talks in New York", "a folded value")]
    [InlineData("---\nTitle: 'Talks'\nauthor: ~\n---\nThey met.", "Talks", "keys in any case")]
    public void The_title_stands_in_front_matter_or_the_first_heading(string text, string title, string why) =>
        Assert.True(ReadBytes.One("talks.md", text).Title == title, why);

    [Fact]
    public void Front_matter_alone_is_no_briefing() => Assert.Contains("no text", ReadBytes.Warning("a.md", Encoding.UTF8.GetBytes("---\ntitle: x\n---\n")));
}
