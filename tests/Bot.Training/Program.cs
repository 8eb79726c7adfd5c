using System.CommandLine;
using Bot.Training;

// Learns weights from annotated sets and writes them into the core. Run by hand; no test runs it.
return new RootCommand("Learns the bot's weights from annotated sets, the same bytes each time.") { NamesCommand.Define() }.Parse(args).Invoke();
