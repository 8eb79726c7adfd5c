using Bot.Briefings;

namespace Bot.Digests;

/// <summary>A briefing that is new or was corrected, with the words that tell of it.</summary>
/// <param name="Place">Among the candidates of its digest.</param>
/// <param name="Line">The sentence that is shown.</param>
/// <param name="Topic">How much of a topic it has, from 0 to 1; 1 where no topic is asked for.</param>
/// <param name="Change">What a correction changed; null for a new one.</param>
/// <param name="Before">The words of the text before; null where there are none.</param>
internal sealed record NewBriefing(BriefingReading Reading, int Place, DigestLine Line, double Topic, TextChange? Change, string? Before)
{
    public LoggedBriefing Logged => Reading.Logged;

    public bool IsChanged => Change is not null;
}
