using System.Text.RegularExpressions;
using Bot.Chat;
using Bot.Discord;
using Bot.Text;
using CsCheck;

namespace Bot.App.Tests.Discord;

/// <summary>Whatever a reply holds, its message is within Discord's limits, and nothing in it is markup but ours.</summary>
public sealed partial class DiscordReplyTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[0, 40], Gen.Char["ab *_~`|>#-+[]()<@:.\\\n"].Array[0, 2_000].Select(letters => new string(letters)),
        Gen.Int[0, 60].Select(times => string.Concat(Enumerable.Repeat("The talks were held in Minsk. ", times))));

    private static readonly Gen<Reply> Replies = Gen.Select(
        Texts.Array[0, 30], Gen.Int[0, 10], Texts, Gen.Int[0, 12], Gen.Bool,
        (lines, passages, text, buttons, hasFooter) => new Reply(
        [
            new Heading(text), .. lines.Select(line => (ReplyBlock)new Field(line, line)), .. lines.Take(3).Select(line => new Line(line)),
            .. Enumerable.Range(0, passages).SelectMany(i => Passage(i, text)),
            .. Enumerable.Range(0, buttons).Select(i => new Button(text + i, $"/who {text}{i}")),
            .. hasFooter ? [new Footer(passages, 3, FooterCount.All, 100, DateTimeOffset.UnixEpoch)] : (ReplyBlock[])[],
        ]));

    [Fact]
    public void A_message_is_within_the_limits() => Gen.Select(Replies, Texts, Gen.Int[0, 4], Gen.Bool).Sample((reply, line, page, isPrivate) =>
    {
        var message = new DiscordReply((_, _) => true).Write(reply, "/who " + line, page, isPrivate);
        Assert.InRange(message.Content?.Length ?? 0, 0, 2_000);
        Assert.InRange(message.Embeds!.Count, 0, 10);
        Assert.InRange(message.Embeds.Sum(embed => (embed.Title?.Length ?? 0) + (embed.Description?.Length ?? 0)), 0, 6_000);
        Assert.All(message.Embeds, embed =>
        {
            Assert.InRange(embed.Title?.Length ?? 0, 0, 256);
            Assert.InRange(embed.Description?.Length ?? 0, 0, 4_096);
        });
        Assert.InRange(message.Components!.Count, 0, 5);
        var buttons = message.Components.SelectMany(row => row.Components).ToList();
        Assert.All(message.Components, row => Assert.InRange(row.Components.Count, 1, 5));
        Assert.All(buttons, button => Assert.True(button.Label.Length is > 0 and <= 80 && button.CustomId.Length is > 0 and <= 100));
        Assert.Equal(buttons.Count, buttons.Select(button => button.CustomId).Distinct().Count());
        Assert.Empty(message.AllowedMentions.Parse);
    });

    [Fact]
    public void A_post_is_within_the_limits_and_ends_with_its_key() => Replies.Sample(reply =>
    {
        var message = new DiscordReply((_, _) => true).WritePost(reply, "digest-2026-01-05-800000");
        Assert.InRange(message.Content!.Length, 0, 2_000);
        Assert.InRange(message.Embeds!.Count, 0, 10);
        Assert.InRange(message.Embeds.Sum(embed => embed.Description!.Length), 0, 6_000);
        Assert.All(message.Embeds, embed => Assert.InRange(embed.Description!.Length, 1, 4_096));
        Assert.InRange(message.Components!.Count, 0, 5);
        Assert.EndsWith("-# `digest-2026-01-05-800000`", message.Embeds.Count > 0 ? message.Embeds[^1].Description! : message.Content);
        Assert.True(message.Content.Length + message.Embeds.Count > 0);
    });

    [Fact]
    public void What_is_escaped_is_read_as_it_was_written() => Texts.Sample(text =>
    {
        var escaped = Markdown.Escape(text);
        Assert.Equal(string.Concat(text.Select(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) ? ' ' : letter)), EscapePattern().Replace(escaped, "$1"));
        Assert.DoesNotMatch(BareMarkup(), escaped);
    });

    [Fact]
    public void Nobody_is_pinged_and_nothing_becomes_a_link_or_a_list() => Assert.Equal(
        @"\@everyone \<\@123\> https\://example\.org \# 1\. \*a\* \`b\` \|\|c\|\|", Markdown.Escape("@everyone <@123> https://example.org # 1. *a* `b` ||c||"));

    [Fact]
    public void A_long_quotation_ends_with_a_sentence_and_says_that_it_goes_on()
    {
        var quote = new Quote("Lavrov met Haass. They spoke of the talks. Nothing came of it.", [new TextSpan(0, 6)]);
        Assert.Equal(@"**Lavrov** met Haass\. They spoke of the talks\. …", QuoteText.Fitting(quote, 60));
        Assert.Equal(@"**Lavrov** met Haass\. …", QuoteText.Fitting(quote, 40));
        Assert.Equal("**Lavrov** met …", QuoteText.Fitting(quote, 18));
        Assert.Equal("…", QuoteText.Fitting(quote, 5));
    }

    [Fact]
    public void What_is_written_without_spaces_is_cut_at_its_own_full_stop_and_else_between_letters()
    {
        Assert.Equal("拉夫罗夫会见了哈斯。 …", QuoteText.Fitting(new Quote("拉夫罗夫会见了哈斯。他们谈到了会谈，谈了很久，没有结果。", []), 20));
        Assert.Equal("拉夫罗夫会见了哈斯他们谈到 …", QuoteText.Fitting(new Quote("拉夫罗夫会见了哈斯他们谈到了会谈谈了很久没有结果", []), 15));
    }

    [Fact]
    public void Nothing_turns_the_words_behind_it_around() => Assert.Equal("a\uFFFDb\uFFFD", Markdown.Escape("a\u202Eb\u2066"));

    [Fact]
    public void A_button_does_after_a_restart_what_it_did_before() =>
        Gen.Select(Gen.Enum<ButtonAction>(), Gen.Int[0, 9], Gen.String[0, 300]).Sample((action, page, line) =>
        {
            var kept = new Dictionary<string, string>();
            var id = new ButtonId(action, page, line);
            var written = id.Write(kept.TryAdd)!;
            Assert.InRange(written.Length, 1, ButtonId.Longest);
            Assert.Equal(id, ButtonId.Read(written, kept.GetValueOrDefault));
            if (kept.Count > 0) Assert.Null(ButtonId.Read(written, _ => null));
        });

    private static IEnumerable<ReplyBlock> Passage(int number, string text)
    {
        var words = text.Length == 0 ? "Talks." : text;
        if (number % 3 == 1) yield return new Heading(text);
        if (number % 4 == 1) yield return new Line(text);
        yield return new Quote(words, words.Length > 4 ? [new TextSpan(0, 2), new TextSpan(3, 4)] : [], number % 2 == 0 ? text : null);
        yield return new CitationLine($"3f9a01bc:{number}-{number + 9}", text, [text, "may be so: could"], [new OtherPlace("5d02c4e1:7-45", text)]);
    }

    [GeneratedRegex(@"\\([^0-9A-Za-z\s])")]
    private static partial Regex EscapePattern();

    /// <summary>A mark with no backslash before it, where pairs of backslashes are a backslash.</summary>
    [GeneratedRegex(@"(?<!\\)(?:\\\\)*[*_~`|>#<@\[\]]")]
    private static partial Regex BareMarkup();
}
