using Bot.Answers;

namespace Bot.Tests.Sheets;

/// <summary>
/// Holds an answer against an example's lines, each "key: value". Keys: status, reason (contains), suggests, person, alias, role and "role?"
/// (unsure; word for word), with, first (the first passage contains), shows and hides (some passage contains, no passage contains),
/// time ("words = value", with "(note)" where there is one), place, said ("speaker: words"), matching ("11 passages, 4 briefings",
/// "at least ..." or "unknown"), badge ("kind: cue").
/// </summary>
internal static class SheetCheck
{
    public static IEnumerable<string> Failures(SheetExample example, Answer answer) => example.Expected
        .Where(line => !Holds(line, answer))
        .Select(line => $"{example}\n  expected {line}\n  but got  {Describe(line, answer)}");

    private static bool Holds(string line, Answer answer)
    {
        var (key, value) = Split(line);
        return key switch
        {
            "reason" => answer.Reason?.Contains(value, StringComparison.Ordinal) ?? false,
            "first" => answer.Passages is [var first, ..] && first.Text.Contains(value, StringComparison.Ordinal),
            "shows" => answer.Passages.Any(passage => passage.Text.Contains(value, StringComparison.Ordinal)),
            "hides" => !answer.Passages.Any(passage => passage.Text.Contains(value, StringComparison.Ordinal)),
            "no" => !Values(Split(value).Key, answer).Contains(Split(value).Value),
            _ => Values(key, answer).Contains(value),
        };
    }

    private static string Describe(string line, Answer answer)
    {
        var key = Split(line).Key;
        var values = key switch
        {
            "reason" => [answer.Reason ?? "none"],
            "first" or "shows" or "hides" => answer.Passages.Select(passage => passage.Text),
            "no" => Values(Split(Split(line).Value).Key, answer),
            _ => Values(key, answer),
        };
        return string.Join("\n           ", values.DefaultIfEmpty("nothing"));
    }

    private static IEnumerable<string> Values(string key, Answer answer) => key switch
    {
        "status" => [answer.Status.ToString()],
        "reason" => answer.Reason is { } reason ? [reason] : [],
        "suggests" => answer.Suggestions,
        "person" => answer.Person is null ? [] : [answer.Person.Name],
        "alias" => answer.Person?.Aliases ?? [],
        "role" => answer.Person?.Roles.Where(role => !role.Unsure).Select(role => role.Text) ?? [],
        "role?" => answer.Person?.Roles.Where(role => role.Unsure).Select(role => role.Text) ?? [],
        "with" => answer.Person?.With ?? [],
        "time" => answer.Times.Select(time => $"{time.Text} = {time.Value}" + (time.Note is null ? "" : $" ({time.Note})")),
        "place" => answer.Places.Select(place => place.Name + (place.Note is null ? "" : $" ({place.Note})")),
        "said" => answer.Quotations.Select(quotation => $"{quotation.Speaker}: {quotation.Text}"),
        "matching" => [answer.Matching is { } all ? $"{(all.AtLeast ? "at least " : "")}{all.Passages} passages, {all.Briefings} briefings" : "unknown"],
        "badge" => answer.Passages.SelectMany(passage => passage.Badges).Select(badge => $"{badge.Kind}: {badge.Text}"),
        _ => throw new ArgumentException($"A sheet uses the unknown key \"{key}\"."),
    };

    private static (string Key, string Value) Split(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? (line, "") : (line[..colon], line[(colon + 2)..]);
    }
}
