namespace Bot.App.Quality;

/// <summary>
/// Which lines of a set are put aside while rules and weights are chosen, for whoever scores or fits. Neighbours are of one document and
/// alike, so whole stretches are: every second ten lines, or every second document where a line is one.
/// </summary>
internal static class Halves
{
    private const int Stretch = 10;

    /// <param name="line">Among those of the file with a record, from 0.</param>
    /// <param name="isDocument">Whether a line is a whole document, and no sentence or question of one.</param>
    public static bool IsPutAside(int line, bool isDocument) => (isDocument ? line : line / Stretch) % 2 == 1;
}
