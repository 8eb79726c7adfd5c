namespace Bot.Chat;

/// <summary>A way to go on with what was typed. <paramref name="Line"/> is the whole line once it is taken.</summary>
/// <param name="Detail">A few words beside it: a command's summary, a person's number of passages.</param>
public sealed record Completion(string Line, string Label, string Detail);
