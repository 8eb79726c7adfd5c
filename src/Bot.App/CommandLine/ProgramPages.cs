using System.Globalization;
using System.Runtime.InteropServices;

namespace Bot.App.CommandLine;

/// <summary>
/// The pages of the program's own file and its libraries. The start reads nearly all of them once, and most never again: given back, those that are still wanted come
/// again by themselves out of the system's cache of files. On Linux; elsewhere nothing is done.
/// </summary>
internal static class ProgramPages
{
    /// <summary>MADV_DONTNEED (madvise(2)): what was read from a file and not changed is read from it again when it is next wanted.</summary>
    private const int DoNotNeed = 4;

    /// <returns>Bytes of memory that were given back.</returns>
    public static long GiveBack()
    {
        var given = 0L;
        if (!OperatingSystem.IsLinux()) return given;
        foreach (var (start, length, resident) in Unchanged())
        {
            if (Advise(start, length, DoNotNeed) == 0) given += resident;
        }
        return given;
    }

    /// <summary>
    /// Code, and what else of the program's own file nobody can write; nothing that has a page of its own, which would be lost. Of libraries only their code: while one is
    /// loaded, its whole file lies readable where its data is put a moment later.
    /// </summary>
    private static IEnumerable<(nint Start, nuint Length, long Resident)> Unchanged()
    {
        var (start, end, resident, isOfFile) = (0L, 0L, 0L, false);
        foreach (var line in File.ReadAllLines("/proc/self/smaps"))
        {
            // "55d0c8a00000-55d0c9a11000 r-xp 0003e000 fe:00 5382160    /srv/bot/Bot.App", then a line for each figure.
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var range, { Length: 4 } rights, _, _, _, var path, ..] && range.Split('-') is [var from, var to])
            {
                (start, end) = (long.Parse(from, NumberStyles.HexNumber, CultureInfo.InvariantCulture), long.Parse(to, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                isOfFile = (rights == "r-xp" && path.StartsWith('/')) || (rights == "r--p" && path == Environment.ProcessPath);
            }
            else if (line.StartsWith("Rss:", StringComparison.Ordinal))
            {
                resident = Kilobytes(line) * 1024;
            }
            else if (line.StartsWith("Anonymous:", StringComparison.Ordinal) && isOfFile && resident > 0 && Kilobytes(line) == 0)
            {
                yield return ((nint)start, (nuint)(end - start), resident);
            }
        }
    }

    private static long Kilobytes(string line) => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(nint start, nuint length, int advice);
}
