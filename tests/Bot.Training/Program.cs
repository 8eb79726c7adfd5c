using System.CommandLine;
using Bot.Training.Names;
using Bot.Training.Ranking;
using Bot.Training.Silence;
using Bot.Training.Watches;

// Fits the weights that the core carries to sets that others wrote, over the half of them that is not put aside: the same bytes again from
// the same sets.
var root = new RootCommand("Fits the weights of the core to sets of questions and texts")
{
    NamesCommand.Define(), RankingCommand.Define(), SilenceCommand.Define(), WatchesCommand.Define(),
};
return await root.Parse(args).InvokeAsync();
