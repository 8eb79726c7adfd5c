using Bot.Benchmarks.Corpora;
using Bot.Benchmarks.Work;

namespace Bot.Benchmarks.Sections;

/// <summary>What one run of the benchmarks measures, and over what.</summary>
/// <param name="Sizes">Passages of each corpus, ascending.</param>
/// <param name="Seconds">How long texts are read, and each kind of line is asked.</param>
/// <param name="SecondsOfLoad">How long memory is watched under load.</param>
/// <param name="Work">The folder of corpora and indexes.</param>
/// <param name="Published">The published native program; null when there is none.</param>
internal sealed record Run(IReadOnlyList<int> Sizes, double Seconds, double SecondsOfLoad, string Work, string? Published)
{
    public Newsroom News { get; } = new();

    /// <summary>A corpus of one of the sizes with questions about it.</summary>
    public Corpus Corpus(int size)
    {
        Tell(size, "finding or writing the corpus");
        var corpus = Corpora.Corpus.OfSize(size, Work, News);
        new QuestionMix(News, corpus.Facts.Briefings).Write(corpus.Questions);
        return corpus;
    }

    /// <summary>The same with an index, made when none lies there yet.</summary>
    public Corpus Indexed(int size)
    {
        var corpus = Corpus(size);
        if (!Directory.Exists(corpus.Data))
        {
            Tell(size, "indexing");
            Worker.MakeIndex(corpus);
        }
        if (!File.Exists(corpus.Sqlite))
        {
            Tell(size, "inserting into FTS5");
            Worker.MakeFts(corpus);
        }
        return corpus;
    }

    public static void Tell(int size, string doing) => ProgressLine.Tell($"{size:N0} {(size == 1 ? "passage" : "passages")}: {doing}");
}
