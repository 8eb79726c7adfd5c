using Bot.Chat;

namespace Bot.Discord;

/// <summary>Whether Discord can be asked on just now: what the log, the page and /readyz tell.</summary>
internal sealed class ConnectionState
{
    private volatile string? missing = "Connecting to Discord.", wrong;

    /// <summary>A setting that is wrong keeps answers away, whether the line is up or not.</summary>
    public PlatformState Current => (wrong ?? missing) is { } sentence ? new PlatformState(false, sentence) : PlatformState.Connected;

    /// <param name="sentence">What is missing; null when it is connected.</param>
    public void Set(string? sentence) => missing = sentence;

    /// <param name="sentence">What somebody has to change; null when nothing is.</param>
    public void SetWrong(string? sentence) => wrong = sentence;
}
