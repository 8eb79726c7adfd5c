namespace Bot.Training.Names;

/// <summary>Whether marked words are a name at all: some sets mark pronouns and descriptions, too.</summary>
internal static class NameShape
{
    private static readonly HashSet<string> Pronouns = [.. ("i me my mine myself we us our ours you your yours he him his himself she her hers "
        + "herself it its itself they them their theirs who whom whose this that these those one").Split(' ')];

    private static readonly HashSet<string> Small = [.. "of the and for on de la von van der al bin ibn du di da".Split(' ')];

    /// <summary>Every word has a capital or is a number, but for small ones within; it begins with no article and is no pronoun.</summary>
    public static bool IsName(ReadOnlySpan<char> words)
    {
        var (count, first) = (0, "");
        for (var at = 0; at < words.Length;)
        {
            if (!char.IsLetterOrDigit(words[at])) { at++; continue; }
            var start = at;
            while (at < words.Length && (char.IsLetterOrDigit(words[at]) || words[at] is '_' or '’' or '\'' or '.' or '-')) at++;
            var word = words[start..at].ToString();
            if (count++ == 0) first = word.ToLowerInvariant();
            if (!char.IsUpper(word[0]) && !char.IsDigit(word[0]) && !Small.Contains(word)) return false;
        }
        return count > 0 && first is not ("the" or "a" or "an") && !(count == 1 && Pronouns.Contains(first));
    }
}
