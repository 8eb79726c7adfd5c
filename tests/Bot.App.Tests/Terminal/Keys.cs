using Bot.App.Terminal;

namespace Bot.App.Tests.Terminal;

/// <summary>Types at an editor: <c>"/who{Tab}{Ctrl+A}"</c>, names in braces are keys, the rest are characters.</summary>
internal static class Keys
{
    public static KeyOutcome Type(this LineEditor editor, string keys)
    {
        var outcome = KeyOutcome.Edited;
        for (var i = 0; i < keys.Length; i++)
        {
            if (keys[i] != '{')
            {
                outcome = editor.Press(new ConsoleKeyInfo(keys[i], default, false, false, false));
                continue;
            }
            var end = keys.IndexOf('}', i);
            outcome = editor.Press(Named(keys[(i + 1)..end]));
            i = end;
        }
        return outcome;
    }

    private static ConsoleKeyInfo Named(string name)
    {
        var parts = name.Split('+');
        var key = Enum.Parse<ConsoleKey>(parts[^1]);
        var isControl = parts.Contains("Ctrl");
        var letter = key is >= ConsoleKey.A and <= ConsoleKey.Z ? (char)(key - ConsoleKey.A + (isControl ? 1 : 'a')) : '\0';
        return new ConsoleKeyInfo(letter, key, parts.Contains("Shift"), parts.Contains("Alt"), isControl);
    }
}
