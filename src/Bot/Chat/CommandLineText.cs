using System.Text;

namespace Bot.Chat;

/// <summary>
/// A command as the one line that <see cref="CommandParser"/> reads as the same command: what a platform that hands its options over one by one keeps in a
/// button. Quotation marks, which no search sees, are left out of values that would be read otherwise.
/// </summary>
public static class CommandLineText
{
    private static readonly System.Buffers.SearchValues<char> Marks = System.Buffers.SearchValues.Create("\"“”„");

    /// <param name="options">Values by the options' names, the main one too; those of no option of the command are left out.</param>
    public static string Write(CommandDefinition command, IReadOnlyDictionary<string, string> options)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(options);
        var line = new StringBuilder("/").Append(command.Name);
        if (command.Main is { } main && options.TryGetValue(main.Name, out var value))
        {
            line.Append(' ').Append(command.TakesOptions ? Quoted(value, isMain: true) : value.Trim());
        }
        foreach (var option in command.Options.Where(option => !option.IsMain))
        {
            if (options.TryGetValue(option.Name, out var given)) line.Append(' ').Append(option.Name).Append(':').Append(Quoted(given, isMain: false));
        }
        return line.ToString().TrimEnd();
    }

    /// <summary>Words with a colon might be an option, and an option's value of several words ends at the first of most kinds.</summary>
    private static string Quoted(string value, bool isMain)
    {
        var hasMarks = value.AsSpan().ContainsAny(Marks);
        if (!hasMarks && !value.Contains(':', StringComparison.Ordinal) && (isMain || !value.Contains(' ', StringComparison.Ordinal))) return value.Trim();
        var words = hasMarks ? string.Concat(value.Select(letter => Marks.Contains(letter) ? ' ' : letter)) : value;
        return $"\"{words.Trim()}\"";
    }
}
