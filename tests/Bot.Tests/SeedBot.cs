namespace Bot.Tests;

/// <summary>One bot over the seed for all tests that only ask.</summary>
public sealed class SeedBot : IAsyncLifetime
{
    internal TestBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await TestBot.OverAsync(Seed.Folder);

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
