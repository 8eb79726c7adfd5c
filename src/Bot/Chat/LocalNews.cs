namespace Bot.Chat;

/// <summary>
/// What comes for the conversation at the terminal and on the page without being asked for: whoever has a screen of their own listens and shows it. Where nobody does, it can
/// be asked for later. Thread-safe.
/// </summary>
public sealed class LocalNews
{
    /// <summary>Raised on any thread, with what would be posted in a chat.</summary>
    public event Action<Reply>? Told;

    internal void Tell(Reply reply) => Told?.Invoke(reply);
}
