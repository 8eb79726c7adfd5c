namespace Bot.Text;

/// <summary>Irregular forms of English nouns and verbs: "met" of "meet", "wives" of "wife". Out of WordNet's lists of exceptions (NOTICE).</summary>
internal static class IrregularForms
{
    private static readonly Lazy<Dictionary<string, string>> Bases = new(Load);

    /// <summary>The word that a form is of; the form itself where it is regular, or is rather a word of its own ("ground").</summary>
    /// <param name="form">In small letters.</param>
    public static ReadOnlySpan<char> Base(ReadOnlySpan<char> form) =>
        Bases.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var word) ? word : form;

    private static Dictionary<string, string> Load()
    {
        using var list = new StreamReader(typeof(IrregularForms).Assembly.GetManifestResourceStream("Words/irregular-forms.txt")!);
        var bases = new Dictionary<string, string>(2_000, StringComparer.Ordinal);
        while (list.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var form, var word]) bases.Add(form, word);
        }
        return bases;
    }
}
