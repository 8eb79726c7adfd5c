namespace Bot.App.Terminal;

/// <summary>The lines typed before, oldest first, and the way up and down through them.</summary>
internal sealed class History
{
    public const int Most = 500;

    private readonly List<string> _lines;
    private int _at;
    private string _draft = "";

    public History(IEnumerable<string> lines)
    {
        _lines = [.. lines.TakeLast(Most)];
        _at = _lines.Count;
    }

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>False for what is not kept: nothing, the same again, and a line that begins with a space, by which one keeps it out.</summary>
    public bool Add(string line)
    {
        var isKept = line.Length > 0 && line[0] != ' ' && (_lines.Count == 0 || _lines[^1] != line);
        if (isKept) _lines.Add(line);
        if (_lines.Count > Most) _lines.RemoveAt(0);
        _at = _lines.Count;
        return isKept;
    }

    /// <summary>The line before, or null at the first. <paramref name="current"/> is kept to come back to.</summary>
    public string? Older(string current)
    {
        if (_at == 0) return null;
        if (_at == _lines.Count) _draft = current;
        return _lines[--_at];
    }

    public string? Newer() => _at >= _lines.Count ? null : ++_at == _lines.Count ? _draft : _lines[_at];

    public void BackToNow() => _at = _lines.Count;
}
