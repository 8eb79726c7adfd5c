using Bot.Chat;

namespace Bot.Discord;

/// <summary>Whether Discord can be asked on just now: what the log, the page and /readyz tell.</summary>
internal sealed class ConnectionState
{
    private volatile PlatformState current = new(false, "Connecting to Discord.");

    public PlatformState Current => current;

    /// <param name="missing">What is missing, as a sentence; null when it is connected.</param>
    public void Set(string? missing) => current = missing is null ? PlatformState.Connected : new PlatformState(false, missing);
}
