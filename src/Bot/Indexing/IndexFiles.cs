using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Bot.Indexing;

/// <summary>The files of an index as bytes. Lucene ends each with a checksum (CRC-32), which it does not look at while it searches.</summary>
internal static class IndexFiles
{
    public static long Size(SimpleFSDirectory directory) => Exists(directory) ? directory.ListAll().Sum(directory.FileLength) : 0;

    /// <summary>Reads every file that a reader searches through. Some 300 MB a second.</summary>
    public static bool AreWhole(IndexReader reader, CancellationToken cancellation)
    {
        try
        {
            foreach (var leaf in reader.Leaves)
            {
                cancellation.ThrowIfCancellationRequested();
                leaf.AtomicReader.CheckIntegrity();
            }
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException) // nearly anything, where a length was overwritten
        {
            return false;
        }
    }

    /// <summary>Deletes what makes an index of the folder. A file that is still being searched, and cannot be deleted for that, stays behind harmlessly.</summary>
    public static void Delete(SimpleFSDirectory directory)
    {
        if (!Exists(directory)) return;
        foreach (var file in directory.ListAll())
        {
            try
            {
                directory.DeleteFile(file);
            }
            catch (IOException) when (!file.StartsWith(IndexFileNames.SEGMENTS, StringComparison.Ordinal))
            {
                // Only a list of segments, which is never kept open, would bring the old index back.
            }
        }
    }

    private static bool Exists(SimpleFSDirectory directory) => System.IO.Directory.Exists(directory.Directory.FullName);
}
