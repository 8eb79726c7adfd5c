using Bot.Chat;

namespace Bot.Discord;

/// <summary>Whether Discord can be asked on just now: what the log, the page and /readyz tell.</summary>
internal sealed class ConnectionState
{
    private volatile string? missing = "Connecting to Discord.", wrong, unregistered, note;

    /// <summary>A setting that is wrong keeps answers away, whether the line is up or not.</summary>
    public PlatformState Current => (wrong ?? missing ?? unregistered) is { } sentence ? new PlatformState(false, sentence) : PlatformState.Connected with { Note = note };

    public bool IsWrong => wrong is not null;

    /// <param name="sentence">What is missing; null when it is connected.</param>
    public void Set(string? sentence) => (note, missing) = (null, sentence);

    /// <summary>Nothing is missing: another replica is connected.</summary>
    public void StandBy(string sentence) => (note, missing) = (sentence, null);

    /// <param name="sentence">Why no commands are registered anywhere; null when they are.</param>
    public void SetUnregistered(string? sentence) => unregistered = sentence;

    /// <param name="sentence">What somebody has to change; null when nothing is.</param>
    public void SetWrong(string? sentence) => wrong = sentence;
}
