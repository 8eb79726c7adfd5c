namespace Bot;

/// <summary>The bot would not run as it is set up. The message is one sentence for whoever started it: what is wrong, where, what to do.</summary>
public sealed class CannotStartException(string message, Exception? inner = null) : Exception(message, inner);
