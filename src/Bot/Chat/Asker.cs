namespace Bot.Chat;

/// <summary>Who asks, and where: what subscribing, watching and "since I last asked" are about.</summary>
/// <param name="Platform">In small letters: "discord", "page".</param>
/// <param name="Conversation">The platform's id of the channel or thread, where an answer that comes later is posted.</param>
/// <param name="Person">The platform's id of the person.</param>
/// <param name="MayManage">Whether they may decide what is posted in the conversation.</param>
public sealed record Asker(string Platform, string Conversation, string Person, bool MayManage)
{
    /// <summary>The platform of the terminal and the page: nothing is posted there, a digest is read where it is asked for.</summary>
    public const string Page = "page";

    /// <summary>Whether a button under an answer asks the same once more, to turn its page or to share it: then it is no new asking.</summary>
    public bool IsAgain { get; init; }

    /// <summary>Whether it is whoever runs the bot, at the terminal or on the page: they look after every conversation, not only their own.</summary>
    public bool IsOperator => Platform == Page;
}
