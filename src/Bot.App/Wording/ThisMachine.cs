using Bot.Chat;

namespace Bot.App.Wording;

/// <summary>Who asks at the terminal and on the page: whoever runs the bot. Their digests are read there, whenever they look.</summary>
internal static class ThisMachine
{
    public static Asker Asker { get; } = new(Asker.Page, Asker.Page, Asker.Page, MayManage: true);

    /// <summary>A request that must change nothing: any page elsewhere can make a browser send one.</summary>
    public static Asker Reader { get; } = Asker with { MayManage = false };
}
