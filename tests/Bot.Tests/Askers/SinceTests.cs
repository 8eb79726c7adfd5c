using Bot.Answers;
using Bot.Askers;
using Bot.Chat;
using Bot.Tests.Digests;

namespace Bot.Tests.Askers;

public class SinceTests
{
    private const string Nairobi = "Lavrov in Nairobi\n\nRussian Foreign Minister Sergey Lavrov landed in Nairobi on Monday for a trip of two days. Lavrov met President William Ruto for ninety minutes.\n";

    private const string Geneva = "Lavrov in Geneva\n\nSergey Lavrov flew to Geneva on Friday and met the press there.\n";

    private static readonly Asker Other = DigestBot.Manager with { Person = "43", MayManage = false };

    [Fact]
    public async Task Only_what_is_new_since_a_person_last_asked_the_same_is_told_and_once()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        Assert.StartsWith("You have not asked that before", bot.Ask("/since who Lavrov").Reason, StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("Nothing is new since you asked that, on 2026-03-02 06:00 (UTC).", bot.Ask("/since who Lavrov").Reason);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.WriteAsync("geneva.txt", Geneva);
        bot.Time.Advance(TimeSpan.FromHours(1));
        var answer = bot.Ask("/since who Lavrov");
        Assert.Equal(AnswerStatus.Found, answer.Status);
        Assert.All(answer.Passages, passage => Assert.Equal("geneva.txt", passage.Briefing));
        Assert.Equal(["new"], answer.Since!.Items.Select(item => item.Kind).Distinct());
        // For a while it stays so to whoever turns its pages or shares it, and for a moment to whoever asks twice; then it is told.
        Assert.Equal(answer.Passages.Select(one => one.Citation), bot.Ask("/since who Lavrov").Passages.Select(one => one.Citation));
        bot.Time.Advance(TimeSpan.FromMinutes(10));
        var again = bot.Ask("/since who Lavrov", DigestBot.Manager with { IsAgain = true });
        Assert.Equal(answer.Passages.Select(one => one.Citation), again.Passages.Select(one => one.Citation));
        Assert.Equal(AnswerStatus.NotFound, bot.Ask("/since who Lavrov").Status);
        // Somebody else, and something else, has a memory of its own.
        Assert.Null(bot.Ask("/since who Lavrov", Other).Since);
        Assert.Null(bot.Ask("/since when Geneva").Since);
    }

    [Fact]
    public async Task A_look_up_counts_as_asked_and_what_was_written_outlives_the_memory()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        bot.Ask("/who Lavrov");
        bot.Bot.Service<AskedRecorder>().Write();
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.WriteAsync("geneva.txt", Geneva);
        Assert.Contains(bot.Ask("/since who lavrov").Passages, passage => passage.Briefing == "geneva.txt");
    }

    [Fact]
    public async Task A_correction_is_told_with_what_stood_before_and_the_sentence_that_is_gone_as_withdrawn()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi), ("geneva.txt", Geneva));
        var before = bot.Ask("/who Lavrov");
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.WriteAsync("nairobi.txt", Nairobi.Replace("ninety minutes", "sixty minutes", StringComparison.Ordinal));
        await bot.RemoveAsync("geneva.txt");
        bot.Time.Advance(TimeSpan.FromHours(1));
        var answer = bot.Ask("/since who Lavrov");
        var item = Assert.Single(answer.Since!.Items);
        Assert.Equal(("changed", "Lavrov met President William Ruto for ninety minutes."), (item.Kind, item.Before));
        Assert.Equal("Lavrov met President William Ruto for sixty minutes.", answer.Passages[item.Passage].Text);
        Assert.Contains(answer.Since.Withdrawn, gone => gone is { Briefing: "geneva.txt", IsGone: true });
        // What is told as changed, with the words before, is not told as withdrawn too.
        Assert.DoesNotContain(answer.Since.Withdrawn, gone => gone is { Briefing: "nairobi.txt" });
        Assert.All(answer.Since.Withdrawn, gone => Assert.Contains(before.Passages, passage => passage.Citation == gone.Citation));
        // What was told as withdrawn is not told again.
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(AnswerStatus.NotFound, bot.Ask("/since who Lavrov").Status);
    }

    [Fact]
    public async Task What_has_no_room_is_counted_and_stands_behind_a_button()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        bot.Ask("/who Lavrov");
        bot.Time.Advance(TimeSpan.FromHours(1));
        string[] cities = ["Oslo", "Paris", "Cairo", "Delhi", "Lima", "Rome", "Accra", "Tunis", "Minsk", "Berlin", "Ankara", "Doha"];
        foreach (var (city, i) in cities.Select((city, i) => (city, i)))
        {
            await bot.WriteAsync($"{city}.txt", $"Sergey Lavrov flew to {city} on {i + 3} May and met {i + 2} ministers at the harbour of {city}.\n");
        }
        bot.Time.Advance(TimeSpan.FromHours(1));
        var first = bot.Ask("/since who Lavrov");
        Assert.Equal("Since you asked that, on 2026-03-02 06:00 (UTC), 1 to 10 of 12:", first.Reason);
        Assert.Equal([new NextStep("More", $"/since page:2 asked:{DigestBot.Morning.ToUnixTimeSeconds()} who Lavrov")], first.Next);
        // However late it is pressed, and where nobody remembers the first page, as after a restart.
        bot.Time.Advance(TimeSpan.FromHours(5));
        Assert.Equal(2, bot.Ask(first.Next[0].Line, Other).Passages.Count);
        var second = bot.Ask(first.Next[0].Line);
        Assert.Equal("Since you asked that, on 2026-03-02 06:00 (UTC), 11 to 12 of 12:", second.Reason);
        Assert.Equal(cities.Select(city => $"{city}.txt").Order(), first.Passages.Concat(second.Passages).Select(passage => passage.Briefing).Order());
        Assert.Empty(second.Next);
        Assert.Equal("page:3 is beyond the last page. /since who Lavrov shows the first.", bot.Ask("/since page:3 who Lavrov").Reason);
    }

    [Theory]
    [InlineData("who Lavrov from:2020")]
    [InlineData("says Lavrov about:talks")]
    public async Task What_was_asked_with_options_can_be_asked_since(string line)
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        bot.Ask("/" + line);
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.StartsWith("Nothing is new since you asked that", bot.Ask("/since " + line).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_renamed_withdraws_nothing()
    {
        await using var bot = await DigestBot.OverAsync(("geneva.txt", Geneva));
        bot.Ask("/who Lavrov");
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.RemoveAsync("geneva.txt");
        await bot.WriteAsync("renamed.txt", Geneva);
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(bot.Ask("/since who Lavrov").Since!.Withdrawn);
    }

    [Fact]
    public async Task A_sentence_that_came_with_the_first_of_two_corrections_is_told()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        bot.Ask("/who Lavrov");
        bot.Time.Advance(TimeSpan.FromHours(1));
        var corrected = Nairobi + "\nLavrov flew on to Oslo on Thursday.\n";
        await bot.WriteAsync("nairobi.txt", corrected);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.WriteAsync("nairobi.txt", corrected + "\nThe weather was fine.\n");
        bot.Time.Advance(TimeSpan.FromHours(1));
        var answer = bot.Ask("/since who Lavrov");
        Assert.Equal("Lavrov flew on to Oslo on Thursday.", Assert.Single(answer.Passages).Text);
        Assert.Equal(["changed"], answer.Since!.Items.Select(item => item.Kind));
    }

    [Fact]
    public async Task Each_answer_to_a_person_has_a_way_to_what_is_new_since_and_each_miss_one_to_a_watch()
    {
        await using var bot = await DigestBot.OverAsync(("nairobi.txt", Nairobi));
        Assert.Equal([new NextStep("New since", "/since who Lavrov")], bot.Ask("/who Lavrov").Next);
        Assert.Equal([new NextStep("Watch for it", "/watch add who Zelensky")], bot.Ask("/who Zelensky").Next);
        Assert.Empty(bot.Ask("/ask %%").Next);
        Assert.Empty(bot.Bot.Ask("/who Lavrov").Next);
        Assert.Equal(AnswerStatus.Failed, bot.Bot.Ask("/since who Lavrov").Status);
        Assert.Equal(AnswerStatus.Failed, bot.Ask("/since /help").Status);
        Assert.Equal("/since /ask who met Zelensky", bot.Ask("/ask who met Zelensky").Next[0].Line.Replace("watch add", "since", StringComparison.Ordinal));
    }
}
