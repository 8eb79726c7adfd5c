using Bot.Briefings;
using Microsoft.Extensions.Logging;

namespace Bot.Indexing;

/// <summary>Which stored texts are no longer what they were; the log forgets them, so that their files are read again.</summary>
internal sealed partial class LostTexts(DataFolder data, ILogger logger)
{
    /// <summary>What was withheld from an answer: either its text is no longer what it was, or the index says wrongly what it was.</summary>
    public void LookIntoDoubted()
    {
        var doubted = data.Texts.TakeDoubted();
        if (doubted.Count == 0) return;
        var damaged = doubted.Where(text => data.Texts.Read(text) is null).ToList();
        Forget([.. damaged.SelectMany(text => data.Log.WithText(text, Chat.Scope.Main))]);
        if (damaged.Count < doubted.Count) data.Index.Doubt();
    }

    /// <summary>The log forgets the texts that the store no longer has: the sweep that reads their files again finds these briefings changed.</summary>
    public void Forget(IReadOnlyList<LoggedBriefing> lost)
    {
        if (lost.Count == 0) return;
        data.Log.Write(writer =>
        {
            foreach (var briefing in lost) writer.LoseText(briefing);
            return lost.Count;
        });
        LogTextsLost(lost.Count, lost[0].Id.Value);
    }

    [LoggerMessage(LogLevel.Warning,
        "The stored texts of {Count} briefings are missing or damaged ({First} is the first): they cannot be found until their files have been read again")]
    private partial void LogTextsLost(int count, string first);
}
