using System.Text;
using Bot.Briefings.Reading;
using CsCheck;

namespace Bot.Tests.Briefings.Reading;

public sealed class JsonLinesReaderTests
{
    [Fact]
    public void Each_line_is_a_briefing_with_what_it_says_of_itself()
    {
        var items = ReadBytes.All("news.jsonl", """
            {"id":"a","title":"Talks","date":"2023-07-06T10:00:00Z","source":"NBC News","author":"A. B.","language":"ru","text":"They met.\r\nОни \ud83d\ude00."}
            {"id":42,"text":"Met again.","extra":{"text":["no"]}}

            {"text":"Without id."}
            """);
        Assert.Equal(["a", "42", "news.jsonl#4"], items.Select(item => item.Briefing!.Id.Value));
        Assert.Equal([1, 2, 4], items.Select(item => item.Line));
        var first = items[0].Briefing!;
        Assert.Equal(("They met.\r\nОни 😀.", "Talks", new DateOnly(2023, 7, 6)), (first.Text, first.Title, first.Date));
        Assert.Equal(("NBC News", "A. B.", "ru"), (first.Source, first.Author, first.Language));
        Assert.Equal("Met again.", items[1].Briefing!.Text);
    }

    [Theory]
    [InlineData("""{"id":1,"text":"cut off""", "is not a JSON object")]
    [InlineData("no json", "is not a JSON object")]
    [InlineData("[1,2]", "is not a JSON object")]
    [InlineData("""{"id":1,"text":"a"} more""", "is not a JSON object")]
    [InlineData("""{"id":1}""", "has no \"text\"")]
    [InlineData("""{"text":"  "}""", "has an empty \"text\"")]
    [InlineData("""{"text":7}""", "has a \"text\" that is no string")]
    [InlineData("""{"text":"\ud83d"}""", "half a character")]
    [InlineData("""{"text":"a","id":"\udc00"}""", "half a character")]
    [InlineData("\0\0\0", "is not a JSON object")]
    public void A_bad_line_is_one_warning_and_the_others_go_on(string bad, string reason)
    {
        var items = ReadBytes.All("news.jsonl", $$"""
            {"id":1,"text":"One."}
            {{bad}}
            {"id":3,"text":"Three."}
            """);
        Assert.Equal(3, items.Count);
        Assert.Equal(2, items[1].Line);
        Assert.Contains(reason, items[1].Warning, StringComparison.Ordinal);
        Assert.Equal("Three.", items[2].Briefing!.Text);
    }

    [Fact]
    public void A_line_longer_than_any_buffer_is_read_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"Sentence {i}. "));
        var items = ReadBytes.All("news.jsonl", $$"""{"id":1,"text":"One."}""" + "\r\n" + $$"""{"id":2,"text":"{{text}}"}""" + "\r\n" + $$"""{"id":3,"text":"Three."}""");
        Assert.Equal(["One.", text, "Three."], items.Select(item => item.Briefing!.Text));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_tells_the_encoding(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var briefing = ReadBytes.One("news.jsonl", [.. encoding.GetPreamble(), .. encoding.GetBytes("{\"text\":\"Переговоры.\"}\n")]);
        Assert.Equal("Переговоры.", briefing.Text);
    }

    [Fact]
    public void A_line_that_is_not_utf8_is_read_as_windows_1252() =>
        Assert.Equal("Zürich", ReadBytes.One("news.jsonl", [.. "{\"text\":\"Z"u8, 0xFC, .. "rich\"}"u8]).Text);

    [Fact]
    public void Lines_come_one_by_one_out_of_any_pieces() => Check.Sample(
        Gen.Select(Gen.Int[0, 300].Array[0, 20], Gen.Int[1, 50]),
        (lengths, piece) =>
        {
            var lines = lengths.Select((length, i) => new string((char)('a' + i), length)).ToList();
            using var reader = new LineReader(new Pieces(Encoding.ASCII.GetBytes(string.Join('\n', lines)), piece));
            var read = new List<string>();
            while (reader.TryRead(out var line)) read.Add(Encoding.ASCII.GetString(line.Span));
            // A last line without a character is no line.
            if (lines.Count > 0 && lines[^1].Length == 0) lines.RemoveAt(lines.Count - 1);
            Assert.Equal(lines, read);
        });

    private sealed class Pieces(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
