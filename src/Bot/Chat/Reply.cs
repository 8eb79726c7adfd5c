using System.Text.Json.Serialization;
using Bot.Text;

namespace Bot.Chat;

/// <summary>
/// What we say, without any platform's markup: blocks in reading order, which each platform's renderer turns into its own message.
/// </summary>
public sealed record Reply(IReadOnlyList<ReplyBlock> Blocks);

/// <summary>One block of a reply. Its texts are plain: a renderer escapes what its platform would take for markup.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Line), "line")]
[JsonDerivedType(typeof(Field), "field")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(CitationLine), "citation")]
[JsonDerivedType(typeof(Button), "button")]
[JsonDerivedType(typeof(Footer), "footer")]
public abstract record ReplyBlock;

public sealed record Heading(string Text) : ReplyBlock;

/// <summary>A sentence of ours.</summary>
public sealed record Line(string Text) : ReplyBlock;

/// <summary>A named value: "Roles", "Named with".</summary>
public sealed record Field(string Name, string Value) : ReplyBlock;

/// <summary>
/// Words of a briefing. <paramref name="Highlights"/> are ranges of <paramref name="Text"/> itself, in order, not overlapping: the match.
/// <paramref name="Lead"/> stands before it, as the time or the speaker that a passage is listed under; null where there is none.
/// </summary>
public sealed record Quote(string Text, IReadOnlyList<TextSpan> Highlights, string? Lead = null) : ReplyBlock;

/// <summary>Where the quote above stands.</summary>
/// <param name="Id">What <c>/source</c> takes.</param>
/// <param name="Where">Title, outlet, date and paragraph, as one line.</param>
/// <param name="Badges">Each with its cue word: "may be so: could".</param>
/// <param name="Also">Where else the same words stand; a renderer may shorten the names to "X, Y and 3 more", never leave out an id.</param>
public sealed record CitationLine(string Id, string Where, IReadOnlyList<string> Badges, IReadOnlyList<OtherPlace> Also) : ReplyBlock
{
    public CitationLine(string id, string where, IReadOnlyList<string> badges)
        : this(id, where, badges, [])
    {
    }

    /// <summary>How many places more have the same words, of which <see cref="Also"/> are those in the reply.</summary>
    public int AlsoInAll { get; init; } = Also.Count;

    /// <summary>True when so many are known, and there may be others.</summary>
    public bool AlsoAtLeast { get; init; }
}

/// <summary>A further place of a quote. <paramref name="Id"/> is what <c>/source</c> takes.</summary>
/// <param name="Name">The outlet, title or briefing, whichever tells it apart.</param>
public sealed record OtherPlace(string Id, string Name);

/// <summary>Something to do next: on chat platforms a button, in a terminal the command to type.</summary>
public sealed record Button(string Label, string CommandLine) : ReplyBlock;

/// <summary>The last line: how much is shown of how much, so that nobody takes a page for all there is.</summary>
/// <param name="Passages">All there are, as <paramref name="Count"/> says; a platform that shows a page of them says "3 of 11 passages".</param>
/// <param name="Briefings">Those the passages come from.</param>
/// <param name="Newest">When the newest briefing searched was first seen; each platform shows it in its reader's zone. Null for none.</param>
public sealed record Footer(int Passages, int Briefings, FooterCount Count, int SearchedBriefings, DateTimeOffset? Newest) : ReplyBlock;

/// <summary>What the passages of a footer are.</summary>
public enum FooterCount
{
    /// <summary>All that match.</summary>
    All,

    /// <summary>All that match, where what several briefings have alike counts once: there may be fewer than briefings.</summary>
    Different,

    /// <summary>Those known to match, of whatever several briefings have alike each; there are more.</summary>
    AtLeast,

    /// <summary>Those in the reply, the best of what was found: how many match cannot be said.</summary>
    Best,
}
