using Bot.Briefings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Briefings;

public sealed class BriefingsServicesTests
{
    [Fact]
    public void Without_settings_the_seeds_are_read_into_data()
    {
        var (briefings, data) = (new BriefingsOptions(), new DataOptions());
        Assert.Equal(("seeds", 30, 100), (briefings.Folder, briefings.SweepSeconds, briefings.LargestFileMegabytes));
        Assert.True(new BriefingsOptionsRules().Validate(null, briefings).Succeeded);
        Assert.True(new DataOptionsRules().Validate(null, data).Succeeded);
    }

    [Theory]
    [InlineData("seeds", 0, 100, "Briefings:SweepSeconds is 0; it may be a whole number from 1 to 86400.")]
    [InlineData("seeds", 86_401, 100, "Briefings:SweepSeconds is 86401; it may be a whole number from 1 to 86400.")]
    [InlineData("seeds", 30, -5, "Briefings:LargestFileMegabytes is -5; it may be a whole number from 1 to 100000.")]
    [InlineData("", 30, 100, "Briefings:Folder is empty; it may be the path of a folder or of one briefing file, such as \"seeds\".")]
    public void A_bad_setting_is_told_with_what_it_was_and_may_be(string folder, int seconds, int megabytes, string sentence)
    {
        var options = new BriefingsOptions { Folder = folder, SweepSeconds = seconds, LargestFileMegabytes = megabytes };
        Assert.EndsWith(sentence, Assert.Single(new BriefingsOptionsRules().Validate(null, options).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_part_is_registered_once_and_the_data_folder_opens_the_log_and_the_texts()
    {
        var services = new ServiceCollection().AddBot(new ConfigurationBuilder().Build());
        foreach (var type in (Type[])[typeof(BriefingLog), typeof(TextStore), typeof(FolderSweep), typeof(FolderWatcher), typeof(TimeProvider)])
            Assert.Equal(ServiceLifetime.Singleton, Assert.Single(services, service => service.ServiceType == type).Lifetime);
    }
}
