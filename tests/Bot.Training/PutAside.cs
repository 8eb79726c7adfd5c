namespace Bot.Training;

/// <summary>Which lines of a set nothing is fitted to, as the program's own "quality" has it: every second ten lines, or every second document.</summary>
internal static class PutAside
{
    private const int Stretch = 10;

    /// <param name="line">From 0.</param>
    /// <param name="isDocument">Whether a line is a whole document, and no sentence or question of one.</param>
    public static bool Is(int line, bool isDocument) => (isDocument ? line : line / Stretch) % 2 == 1;
}
