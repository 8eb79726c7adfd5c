using System.Threading.Channels;
using Bot.Briefings;
using Bot.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Indexing;

/// <summary>Stored texts that are altered while the bot runs: what is withheld comes back by itself.</summary>
public sealed class TextRepairTests : IDisposable
{
    private readonly KnownBriefings known = new();

    public TextRepairTests()
    {
        for (var i = 0; i < 3; i++) known.Write(i);
        known.WriteLines("records.jsonl", [(10, 1), (11, 1)]);
    }

    public void Dispose() => known.Dispose();

    [Theory]
    [InlineData("desk1/b00001.txt")]
    [InlineData("r00011")]
    public async Task A_text_altered_on_disk_is_withheld_once_and_its_file_is_read_again_at_once(string id)
    {
        await using var bot = await known.StartAsync(with: StopTheClock);
        Damage.AlterTexts(known.Data);
        Assert.Empty(bot.Ask(known.Words[id]).Passages);
        await bot.UntilAsync(() => KnownBriefings.IsQuoted(bot, known.Words[id]));
        known.AssertAnswered(bot, id);
        Assert.Contains(bot.Log.Lines, line => line.StartsWith("Warning: The stored texts of 1 briefings are missing or damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_altered_text_that_is_asked_for_comes_back_and_stays()
    {
        await using (var bot = await known.StartAsync(with: StopTheClock))
        {
            Damage.AlterTexts(known.Data);
            foreach (var word in known.Words.Values) await bot.UntilAsync(() => KnownBriefings.IsQuoted(bot, word));
            known.AssertAllThereOnce(bot);
        }
        await using var next = await known.StartAsync();
        known.AssertAllThereOnce(next);
    }

    [Fact]
    public async Task A_reader_beside_the_writer_withholds_an_altered_text_and_leaves_it_to_the_writer()
    {
        await using var writer = await known.StartAsync(with: StopTheClock);
        await using var reader = await known.StartAsync(BesideWriter.ReadOnly);
        Damage.AlterTexts(known.Data);
        Assert.Empty(reader.Ask(known.Words["r00011"]).Passages);
        Assert.Empty(reader.Service<TextStore>().TakeDoubted());
        await writer.UntilAsync(() => KnownBriefings.IsQuoted(writer, known.Words["r00011"]));
    }

    [Fact]
    public async Task Words_withheld_although_their_text_is_whole_let_the_index_be_read_through()
    {
        // More than the buffers of a reader hold.
        for (var i = 200; i < 300; i++) known.Write(i);
        await using var bot = await known.StartAsync(with: StopTheClock);
        Damage.Do("flipped in the middle", Directory.GetFiles(Path.Combine(known.Data, "index")).MaxBy(file => new FileInfo(file).Length)!);
        Assert.True(bot.Service<TextStore>().Doubt(TextHash.Of(known.Texts["r00011"])));
        bot.Service<FolderWatcher>().Wake();
        await bot.UntilAsync(() => bot.Log.Lines.Any(line => line.StartsWith("Warning: The index is damaged", StringComparison.Ordinal))
            && KnownBriefings.IsQuoted(bot, known.Words["r00011"]) && bot.Ask("/briefings").Searched.Passages == 2 * known.Texts.Count);
        known.AssertAllThereOnce(bot);
    }

    [Fact]
    public async Task A_lost_text_whose_file_cannot_be_read_is_looked_into_once_and_not_at_each_question()
    {
        var (id, isUnreadable) = ("desk1/b00001.txt", false);
        var tried = Channel.CreateUnbounded<string>();
        await using var bot = await known.StartAsync(with: services =>
        {
            StopTheClock(services);
            services.AddSingleton(provider => new FolderSweep(
                provider.GetRequiredService<IOptions<BriefingsOptions>>(), provider.GetRequiredService<BriefingLog>(),
                provider.GetRequiredService<TextStore>(), TimeProvider.System, NullLogger<FolderSweep>.Instance)
            {
                OpenFile = path =>
                {
                    if (!Volatile.Read(ref isUnreadable) || !path.EndsWith(id, StringComparison.Ordinal)) return File.OpenRead(path);
                    tried.Writer.TryWrite(path);
                    throw new UnauthorizedAccessException();
                },
            });
        });
        Volatile.Write(ref isUnreadable, true);
        Damage.AlterTexts(known.Data);
        Assert.Empty(bot.Ask(known.Words[id]).Passages);
        await tried.Reader.ReadAsync(TestContext.Current.CancellationToken);

        // Nobody takes out any more what is doubted from here on.
        await bot.StopFollowingAsync();
        Assert.Empty(bot.Ask(known.Words[id]).Passages);
        Assert.Empty(bot.Service<TextStore>().TakeDoubted());
        Assert.Empty(bot.Ask(known.Words["r00011"]).Passages);
        Assert.Equal(TextHash.Of(known.Texts["r00011"]), Assert.Single(bot.Service<TextStore>().TakeDoubted()));
    }

    /// <summary>So that no sweep comes because of the time.</summary>
    private static void StopTheClock(IServiceCollection services) =>
        services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero)));
}
