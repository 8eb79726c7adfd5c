using System.Text;

namespace Bot.Tests.Briefings.Reading;

public sealed class HtmlReaderTests
{
    private static readonly string[] Paragraphs =
    [
        "Covert talks between the United States and Russia were held in April in New York, according to several people familiar with them.",
        "The meeting saw the Russian foreign minister, Sergey Lavrov, engaged in talks that dragged on for several hours with former officials.",
        "On the agenda were some of the most thorny issues of the war in Ukraine, such as the fate of Russian-controlled territories there.",
        "At the table with Lavrov sat Richard Haass, former diplomat, Charles Kupchan and Thomas Graham, former White House officials.",
        "The Biden administration was aware of the discussions, but they did not take place under its direction, the people said.",
    ];

    private static string Page(string head = "", string around = "<nav><a href=/a>Home</a> <a href=/b>World</a></nav>") => $"""
        <!DOCTYPE html><html lang="en-GB"><head><title>Talks in New York | NBC News</title><meta property="og:site_name" content="NBC News">{head}
        <script>document.title = "run"; fetch("http://127.0.0.1:9/")</script><style>p {"{"} color: red {"}"}</style></head>
        <body>{around}<article><h1>Talks in&nbsp;New <em>York</em></h1>
        {string.Concat(Paragraphs.Select(words => $"<p>{words.Replace(" ", "\n    ", StringComparison.Ordinal)}</p>"))}
        <ul><li>First point of the agenda.</li><li>Second point of the agenda.</li></ul></article>
        <footer>All rights reserved. <a href="/c">Contact</a></footer></body></html>
        """;

    [Fact]
    public void The_article_is_read_and_not_the_menus()
    {
        var briefing = ReadBytes.One("talks.html", Page());
        foreach (var words in Paragraphs) Assert.Contains(words, briefing.Text.Split("\n\n"));
        Assert.Contains("Second point of the agenda.", briefing.Text.Split("\n\n"));
        foreach (var other in (string[])["Home", "rights", "fetch", "color", "Contact"]) Assert.DoesNotContain(other, briefing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_source_and_language_are_the_pages_own()
    {
        var briefing = ReadBytes.One("talks.htm", Page());
        Assert.Equal(("Talks in New York", "NBC News", "en", null), (briefing.Title, briefing.Source, briefing.Language, briefing.Date));
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2023-07-06T18:00:00-04:00'>", "Open Graph")]
    [InlineData("<meta name='DC.date.issued' content='2023-07-06'>", "Dublin Core")]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"datePublished\":\"2023-07-06\"}]}</script>", "schema.org")]
    [InlineData("<script type='application/ld+json'>{broken</script><meta itemprop=datePublished content='July 6, 2023'>", "after broken JSON")]
    public void The_date_is_the_pages_own(string head, string why) =>
        Assert.True(ReadBytes.One("talks.html", Page(head)).Date == new DateOnly(2023, 7, 6), why);

    [Fact]
    public void A_time_element_dates_the_page_unless_there_are_several_outside_of_the_article()
    {
        Assert.Equal(new DateOnly(2023, 7, 6), ReadBytes.One("a.html", Page(around: "<time datetime=2023-07-06>Thursday</time>")).Date);
        Assert.Null(ReadBytes.One("a.html", Page(around: "<time datetime=2023-07-06>x</time><time datetime=2023-07-05>y</time>")).Date);
    }

    [Fact]
    public void A_page_without_an_article_is_read_whole_but_for_its_surroundings()
    {
        var briefing = ReadBytes.One("note.html", "<body><header>Site</header><div>Lavrov met<br>Haass.<br><br>Then <b>they</b> parted.</div><table><tr><td>a</td><td>b</td></tr></table><footer>Legal</footer>");
        Assert.Equal("Lavrov met\nHaass.\n\nThen they parted.\n\na\tb", briefing.Text);
        Assert.Equal("note", briefing.Title);
    }

    [Fact]
    public void A_declared_charset_counts_where_the_bytes_are_not_utf8()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var page = Encoding.GetEncoding(1251).GetBytes("<html><head><meta charset=windows-1251></head><body><p>Переговоры прошли в Нью-Йорке, это было в апреле.</p></body></html>");
        var briefing = ReadBytes.One("a.html", page);
        Assert.Equal(("Переговоры прошли в Нью-Йорке, это было в апреле.", "ru"), (briefing.Text, briefing.Language));
    }

    [Theory]
    [InlineData("<html><body><script>1</script></body></html>", "no text")]
    [InlineData("   ", "is empty")]
    [InlineData("<div>", "leaves more than 10000 elements open", 3_000_000)]
    public void A_page_without_words_or_made_of_tags_alone_is_a_warning(string html, string reason, int times = 1) =>
        Assert.Contains(reason, ReadBytes.Warning("a.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(html, times)))), StringComparison.Ordinal);

    public static TheoryData<string, string> Hostile => new()
    {
        { "nested", string.Concat(Enumerable.Repeat("<div>", 9_000)) + "Deep." },
        { "formatting", string.Concat(Enumerable.Repeat("<b><i><a>", 3_000)) + "Deep." },
        { "tables", string.Concat(Enumerable.Repeat("<table><tr><td>", 5_000)) + "Deep." },
        { "wide", "<p>Deep." + string.Concat(Enumerable.Repeat("<p>word", 60_000)) },
        { "attributes", "<p " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}=1 ")) + ">Deep." },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_page_made_to_break_its_reader_is_read_all_the_same(string kind, string html)
    {
        Assert.Contains("Deep.", ReadBytes.One(kind + ".html", html).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_character_of_the_article_is_the_pages_own() => Assert.All(
        ReadBytes.One("talks.html", Page()).Text.Split("\n\n"),
        block => Assert.Contains(Words(block), Words(Page().Replace("&nbsp;", " ", StringComparison.Ordinal).Replace("<em>", "", StringComparison.Ordinal).Replace("</em>", "", StringComparison.Ordinal)), StringComparison.Ordinal));

    private static string Words(string text) => string.Join(' ', text.Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
