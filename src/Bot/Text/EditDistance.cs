namespace Bot.Text;

/// <summary>
/// How many letters must be put in, left out, changed or swapped with their neighbour (optimal string alignment; Damerau 1964), case ignored.
/// </summary>
public static class EditDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 as soon as it is known to be more than <paramref name="most"/>.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int most)
    {
        if (Math.Abs(a.Length - b.Length) > most) return most + 1;
        if (b.Length > 256) return a.Equals(b, StringComparison.OrdinalIgnoreCase) ? 0 : most + 1;
        Span<int> before = stackalloc int[b.Length + 1], last = stackalloc int[b.Length + 1], row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                var best = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) best = Math.Min(best, before[j - 2] + 1);
                row[j] = best;
                least = Math.Min(least, best);
            }
            if (least > most) return most + 1;
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Math.Min(last[b.Length], most + 1);
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
