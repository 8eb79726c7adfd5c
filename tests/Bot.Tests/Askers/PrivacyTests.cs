using Bot.Answers;
using Bot.Askers;
using Bot.Chat;
using Bot.State;
using Bot.Tests.Digests;

namespace Bot.Tests.Askers;

public class PrivacyTests
{
    private const string Nairobi = "Lavrov in Nairobi\n\nRussian Foreign Minister Sergey Lavrov landed in Nairobi on Monday for a trip of two days.\n";

    private static readonly Asker Other = DigestBot.Manager with { Person = "43", MayManage = false };

    [Fact]
    public async Task What_was_not_found_is_listed_for_those_who_manage_of_one_meaning_together()
    {
        await using var bot = await DigestBot.OverAsync(new Dictionary<string, string?> { ["Privacy:KeepQuestions"] = "true" }, ("nairobi.txt", Nairobi));
        bot.Ask("/ask Who shot Zelensky?");
        bot.Ask("/ask Zelensky, shot by whom?", Other);
        bot.Ask("/ask Who shot Zelensky?", Other);
        bot.Ask("/who Lavrov");
        bot.Bot.Service<AskedRecorder>().Write();
        Assert.Equal(AnswerStatus.NotAllowed, bot.Ask("/briefings gaps", Other).Status);
        var gaps = bot.Ask("/briefings gaps").Gaps!;
        Assert.True(gaps.HasWords);
        Assert.Equal(("ask", 3, 2), (gaps.Missed[0].Command, gaps.Missed[0].Times, gaps.Missed[0].People));
        Assert.Single(gaps.Missed);
    }

    [Fact]
    public async Task Without_the_setting_no_word_of_a_question_and_no_person_is_in_the_state()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        bot.Ask("/ask Who shot Zelensky?", Other with { Person = "person-4711" });
        bot.Ask("/feedback wrong who Lavrovitch", Other with { Person = "person-4711" });
        bot.Ask("/digest subscribe", DigestBot.Manager with { Person = "person-4711" });
        bot.Bot.Service<AskedRecorder>().Write();
        var gap = Assert.Single(bot.Ask("/briefings gaps").Gaps!.Missed);
        Assert.Null(gap.Words);
        Assert.Equal("wrong", Assert.Single(bot.Ask("/briefings gaps").Gaps!.Verdicts).Reason);
        var all = Everything(bot);
        Assert.DoesNotContain("Zelensky", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Lavrovitch", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("4711", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_wants_to_be_forgotten_is_and_nobody_else()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        foreach (var person in new[] { DigestBot.Manager, Other })
        {
            bot.Ask("/who Lavrov", person);
            bot.Ask("/who Zelensky", person);
            bot.Ask("/watch add Who shot Zelensky?", person);
            bot.Ask("/feedback helped who Lavrov", person);
        }
        bot.Bot.Service<AskedRecorder>().Write();
        var kept = bot.Ask("/forget me", Other);
        Assert.Equal(
            "Kept of you, under a key that stands for you: 2 questions with when you last asked each and what you were shown, 1 question without an answer, 1 verdict on answers, 1 watch. "
            + "Removing it cannot be undone.", kept.Reason);
        Assert.Equal("/forget me confirm:yes", Assert.Single(kept.Next).Line);
        Assert.StartsWith("Removed: 2 questions", bot.Ask("/forget me confirm:yes", Other).Reason, StringComparison.Ordinal);
        Assert.Equal("Nothing is kept of you.", bot.Ask("/forget me", Other).Reason);
        Assert.Null(bot.Ask("/since who Lavrov", Other).Since);
        Assert.Single(bot.Ask("/watch list").Watches!);
        Assert.NotNull(bot.Ask("/since who Lavrov").Since);
    }

    [Fact]
    public async Task What_was_kept_long_enough_is_removed()
    {
        await using var bot = await DigestBot.OverAsync(new Dictionary<string, string?> { ["Privacy:RetentionDays"] = "30" }, ("nairobi.txt", Nairobi));
        bot.Ask("/who Lavrov");
        bot.Ask("/feedback wrong who Lavrov");
        bot.Bot.Service<AskedRecorder>().Write();
        bot.Time.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, bot.Bot.Service<AskedStore>().RemoveBefore(bot.Time.GetUtcNow().AddDays(-30)));
        bot.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2, bot.Bot.Service<AskedStore>().RemoveBefore(bot.Time.GetUtcNow().AddDays(-30)));
        Assert.Null(bot.Ask("/since who Lavrov").Since);
    }

    [Fact]
    public async Task A_verdict_asks_why_and_the_last_word_counts()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        var why = bot.Ask("/feedback other who Lavrov");
        Assert.Equal(["/feedback unrelated /who Lavrov", "/feedback wrong /who Lavrov", "/feedback outdated /who Lavrov", "/feedback incomplete /who Lavrov"], why.Next.Select(next => next.Line));
        Assert.Equal("Noted why this did not help: it is out of date.", bot.Ask(why.Next[2].Line).Reason);
        var store = bot.Bot.Service<AskedStore>();
        Assert.Equal("outdated", store.Verdict(DigestBot.Manager, "/who Lavrov"));
        bot.Ask("/feedback helped who lavrov");
        Assert.Equal("helped", store.Verdict(DigestBot.Manager, "/who Lavrov"));
        Assert.Equal(AnswerStatus.NotFound, bot.Ask("/briefings gaps").Status);
    }

    /// <summary>All texts of all tables that hold what people asked.</summary>
    private static string Everything(DigestBot bot) => string.Join('\n', new[] { "asked", "gap", "verdict", "watch", "quiet", "subscription", "delivery" }.SelectMany(table => bot.Bot.Service<SharedState>()
        .Read(session => session.Query($"SELECT * FROM {table}", row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(row.GetValue))))));
}
