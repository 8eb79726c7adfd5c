namespace Bot.Text;

/// <summary>
/// Names one briefing: its path within the folder with forward slashes, or a .jsonl record's own id (where that clashes
/// with another briefing's, the file's path stands before it: "news.jsonl/42").
/// </summary>
public readonly record struct BriefingId(string Value)
{
    public override string ToString() => Value;
}
