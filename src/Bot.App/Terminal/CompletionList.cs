using Bot.Chat;

namespace Bot.App.Terminal;

/// <summary>The ways to go on that Tab shows below the line, and the one of them that is taken so far (-1: none).</summary>
internal sealed record CompletionList(string Typed, string AfterCursor, IReadOnlyList<Completion> Choices, int Taken = -1)
{
    /// <summary>The next one, or with -1 the one before; after the last comes what was typed.</summary>
    public CompletionList Step(int by)
    {
        var places = Choices.Count + 1;
        return this with { Taken = ((Taken + 1 + by + places) % places) - 1 };
    }

    /// <summary>The line up to the cursor, as it now stands.</summary>
    public string Line => Taken < 0 ? Typed : Choices[Taken].Line;

    /// <summary>As far as all choices agree; never less than what was typed.</summary>
    public static string CommonStart(string typed, IReadOnlyList<Completion> choices)
    {
        var common = choices[0].Line.AsSpan();
        foreach (var choice in choices)
        {
            var same = common.CommonPrefixLength(choice.Line);
            if (same > 0 && char.IsHighSurrogate(common[same - 1])) same--;
            common = common[..same];
        }
        return common.Length > typed.Length && common.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? common.ToString() : typed;
    }
}
