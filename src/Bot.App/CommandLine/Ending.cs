using System.Text.RegularExpressions;
using Bot.Chat;
using Microsoft.Extensions.Options;

namespace Bot.App.CommandLine;

/// <summary>
/// How the program ends: with an exit code, and where something went wrong with one sentence on standard error. Nobody is shown a
/// stack trace; that of a fault of ours is put into a file, and the sentence says which.
/// </summary>
internal static partial class Ending
{
    public static async Task<int> OfAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) // the edge of the program: whatever it is, the user gets a sentence
        {
            return Explain(e);
        }
    }

    /// <summary>Exceptions of threads that nobody waits for.</summary>
    public static void CatchWhatNobodyCaught() =>
        AppDomain.CurrentDomain.UnhandledException += (_, e) => Environment.Exit(Explain((Exception)e.ExceptionObject));

    public static int Explain(Exception exception)
    {
        if (Unwrap(exception) is OutputClosedException) return ExitCode.Done;
        Console.Error.WriteLine(Terminal.Printable.OneLine(SentenceFor(exception)));
        return ExitCode.Failed;
    }

    public static string SentenceFor(Exception exception) => Unwrap(exception) switch
    {
        OptionsValidationException settings => string.Join(" ", settings.Failures),
        CannotStartException or SettingsException => Unwrap(exception).Message,
        // What the configuration binder says of "Terminal:History": "perhaps".
        InvalidOperationException { InnerException: FormatException or OverflowException or ArgumentException } binding => SentenceForKind(binding.Message),
        OperationCanceledException => "Stopped before the end.",
        var fault => SentenceForFault(fault),
    };

    /// <summary>What the binder says in words of the runtime, in ours: "Briefings:SweepSeconds is "ten"; it may be a whole number from 1 to 86400."</summary>
    private static string SentenceForKind(string binding) =>
        ValueAndKey().Match(binding) is { Success: true } found && SettingsCatalog.Find(found.Groups["key"].Value) is { MayBe.Length: > 0 } setting
            ? $"{setting.Key} is \"{found.Groups["value"].Value}\"; it may be {setting.MayBe}."
            : $"A setting has a value of another kind: {binding}";

    [GeneratedRegex("value '(?<value>.*)' at '(?<key>[^']+)'", RegexOptions.Singleline)]
    private static partial Regex ValueAndKey();

    /// <summary>"I could not finish: disk full. Reference 7Q4K; details are in /tmp/briefing-bot-7Q4K.log."</summary>
    public static string SentenceForFault(Exception fault)
    {
        var reference = Reference.New();
        var file = Path.Combine(Path.GetTempPath(), $"briefing-bot-{reference}.log");
        try
        {
            var forTheOwnerOnly = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) forTheOwnerOnly.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var log = new StreamWriter(file, forTheOwnerOnly);
            log.WriteLine(fault);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"I could not finish: {Trim(fault.Message)}. Reference {reference}; the details could not be written to {file}.";
        }
        return $"I could not finish: {Trim(fault.Message)}. Reference {reference}; details are in {file}.";
    }

    private static string Trim(string message) => message.TrimEnd('.', ' ');

    /// <summary>Several services that fail at once, or one inside another's exception: the first that we know what to say about.</summary>
    private static Exception Unwrap(Exception exception)
    {
        if (exception is not AggregateException several) return exception;
        var all = several.Flatten().InnerExceptions;
        return all.FirstOrDefault(e => e is OptionsValidationException or CannotStartException or SettingsException) ?? all[0];
    }
}

/// <summary>Nobody reads standard output any more: nothing is left to do.</summary>
internal sealed class OutputClosedException(IOException inner) : Exception(inner.Message, inner);
