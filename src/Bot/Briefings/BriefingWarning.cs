namespace Bot.Briefings;

/// <summary>Why a file, or one line of it, was not read as a briefing (or not under its own id).</summary>
/// <param name="File">The path within the folder; null when it concerns the folder as a whole.</param>
/// <param name="Line">Counted from 1; null when it concerns the whole file.</param>
/// <param name="Reason">The rest of a sentence that begins with the file's name: "is empty".</param>
internal sealed record BriefingWarning(string? File, int? Line, string Reason)
{
    public override string ToString() => (File, Line) switch
    {
        (null, _) => $"The briefings folder {Reason}.",
        (_, null) => $"{File} {Reason}.",
        _ => $"{File}, line {Line}, {Reason}.",
    };
}
