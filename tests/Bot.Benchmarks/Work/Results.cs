using Bot.Benchmarks.Measuring;

namespace Bot.Benchmarks.Work;

/// <summary>What it took to make an index (or an FTS5 table) of a corpus.</summary>
/// <param name="AllocatedBytes">Of managed memory, over the whole run.</param>
/// <param name="DiskBytes">Of the data folder (or database) afterwards.</param>
/// <param name="OthersCores">See <see cref="Disturbance"/>.</param>
internal sealed record MadeIndex(
    double Seconds, double ProcessorSeconds, long AllocatedBytes, ProcessMemory Memory, long DiskBytes, double OthersCores);

/// <summary>What it took to read texts on all cores, and where that went.</summary>
/// <param name="TextBytes">As UTF-8, each reading of a text counted.</param>
/// <param name="Seconds">0 where others used the machine all the while.</param>
/// <param name="StageShares">Of the processor's time: sentences, mentions, times, quotations, all else.</param>
internal sealed record TextsRead(long TextBytes, double Seconds, double ProcessorSeconds, long AllocatedBytes, IReadOnlyList<double> StageShares);

/// <summary>How one kind of line was answered in steady state.</summary>
/// <param name="Found">Share of the answers that are found, or of several meant; of completions, those that offer anything.</param>
/// <param name="Discarded">Calls that were measured while others used the machine, and do not count.</param>
internal sealed record KindAnswered(string Kind, Distribution Milliseconds, double BytesPerCall, double Found, int Discarded);

/// <param name="Opened">Seconds from the start over an index that is there until everything can be asked.</param>
/// <param name="Passages">As the bot counts them.</param>
/// <param name="Memory">After all of it.</param>
internal sealed record AllAnswered(double Opened, int Passages, ProcessMemory Memory, IReadOnlyList<KindAnswered> Kinds);

/// <summary>How digests were written over the newest briefings.</summary>
/// <param name="Briefings">In the corpus.</param>
/// <param name="Fresh">Of them, those in the digest's window.</param>
internal sealed record Digested(int Briefings, int Fresh, IReadOnlyList<KindAnswered> Kinds);

/// <summary>How the digests of subscriptions that were due at once were posted, and how /who was answered before and meanwhile.</summary>
/// <param name="Limited">To a platform that takes fifty a second.</param>
/// <param name="Unlimited">To one that takes each at once.</param>
internal sealed record DigestsPosted(int Subscriptions, Distribution Idle, PostedDigests Limited, PostedDigests Unlimited);

/// <param name="InOrder">Whether each came to the platform before those that were due later.</param>
internal sealed record PostedDigests(int Posts, double Seconds, bool InOrder, Distribution Who);

/// <summary>From writing a file to the answer that has the change, in milliseconds.</summary>
/// <param name="Small">A file of one briefing.</param>
/// <param name="Large">One record of a .jsonl file of up to a thousand.</param>
/// <param name="Person">A file of one briefing that names somebody new, until <c>/who</c> knows them.</param>
internal sealed record Refreshed(Distribution Small, Distribution? Large, Distribution? Person, double OthersCores);

/// <summary>What watches cost.</summary>
/// <param name="MadeIn">Milliseconds to put all watches into their index.</param>
/// <param name="MeanAnswered">Watches that a briefing answers.</param>
internal sealed record Watched(int Watches, double MadeIn, double MeanAnswered, KindAnswered Kind);
