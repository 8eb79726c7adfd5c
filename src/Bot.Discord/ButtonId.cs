using System.Globalization;
using Bot.Text;

namespace Bot.Discord;

/// <summary>What a press does.</summary>
internal enum ButtonAction
{
    /// <summary>Shows another page in place of the one shown.</summary>
    Page,

    /// <summary>Posts the page for all to see.</summary>
    Share,

    /// <summary>Says that the page was of use.</summary>
    Helped,

    /// <summary>Says that it was not.</summary>
    Misled,

    /// <summary>Answers a line beside the message: a passage in its surroundings, a suggestion.</summary>
    Open,
}

/// <summary>
/// What a button does, all of it in its id, so that it works after a restart and for ever: the answer is computed again. A line that does not fit is kept by
/// the bot under a key made of it.
/// </summary>
/// <param name="Page">Counted from 0.</param>
internal sealed record ButtonId(ButtonAction Action, int Page, string Line)
{
    /// <summary>Characters that Discord lets an id have.</summary>
    public const int Longest = 100;

    private const char WithLine = '|', WithKey = '#';

    /// <param name="keep">Keeps a line under a key; false when it cannot.</param>
    /// <returns>Null when the line is too long and cannot be kept.</returns>
    public string? Write(Func<string, string, bool> keep)
    {
        var head = string.Create(CultureInfo.InvariantCulture, $"{LetterOf(Action)}{Page}");
        if (head.Length + 1 + Line.Length <= Longest) return $"{head}{WithLine}{Line}";
        var key = KeyOf(Line);
        return keep(key, Line) ? $"{head}{WithKey}{key}" : null;
    }

    /// <param name="kept">The line under a key; null when it is kept no more.</param>
    /// <returns>Null for what is no id of ours, or whose line is gone.</returns>
    public static ButtonId? Read(string id, Func<string, string?> kept)
    {
        var end = id.AsSpan().IndexOfAny(WithLine, WithKey);
        if (end < 2 || ActionOf(id[0]) is not { } action) return null;
        if (!int.TryParse(id.AsSpan(1..end), NumberStyles.None, CultureInfo.InvariantCulture, out var page)) return null;
        var rest = id[(end + 1)..];
        return (id[end] == WithLine ? rest : kept(rest)) is { } line ? new ButtonId(action, page, line) : null;
    }

    private static string KeyOf(string line) => TextHash.Of(line).Hex[..32];

    private static char LetterOf(ButtonAction action) => action switch
    {
        ButtonAction.Page => 'p',
        ButtonAction.Share => 's',
        ButtonAction.Helped => 'u',
        ButtonAction.Misled => 'd',
        _ => 'o',
    };

    private static ButtonAction? ActionOf(char letter) => letter switch
    {
        'p' => ButtonAction.Page,
        's' => ButtonAction.Share,
        'u' => ButtonAction.Helped,
        'd' => ButtonAction.Misled,
        'o' => ButtonAction.Open,
        _ => null,
    };
}
