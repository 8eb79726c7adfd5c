using Bot.Briefings;
using Bot.Discord;

namespace Bot.App.Tests.Discord;

/// <summary>Whose verdict it was cannot be told from what is kept by anybody who has not the key of the place.</summary>
public sealed class FeedbackTests
{
    private const string KeyNote = "discord.feedback-key", Line = "/who Lavrov";

    [Fact]
    public async Task A_verdict_is_kept_under_a_name_that_only_its_own_place_can_make()
    {
        await using var here = await DiscordParts.BuildAsync();
        await using var there = await DiscordParts.BuildAsync();
        var (notes, others) = (here.Get<PlatformNotes>(), there.Get<PlatformNotes>());
        new Feedback(notes).Keep("1", Line, hasHelped: true);
        new Feedback(others).Keep("1", Line, hasHelped: true);
        var (key, another) = (notes.Read(KeyNote)!, others.Read(KeyNote)!);
        Assert.NotEqual(key, another);
        Assert.True(new Feedback(notes).Find("1", Line));
        Assert.Null(new Feedback(notes).Find("2", Line));
        Assert.Null(new Feedback(notes).Find("1", "/who Haass"));
        // With another key the same person and line have another name, and with the first the one that they had.
        notes.Write(KeyNote, another);
        Assert.Null(new Feedback(notes).Find("1", Line));
        notes.Write(KeyNote, key);
        Assert.True(new Feedback(notes).Find("1", Line));
    }
}
