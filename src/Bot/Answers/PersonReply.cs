using Bot.Chat;

namespace Bot.Answers;

/// <summary>The identity card: the roles as the briefings word them, each with its date.</summary>
internal static class PersonReply
{
    public static IEnumerable<ReplyBlock> Card(PersonCard person)
    {
        yield return new Heading(person.Name);
        if (person.Aliases.Count > 0) yield return new Field("Also written", string.Join(", ", person.Aliases));
        foreach (var role in person.Roles)
        {
            var date = role.Date is { } day ? PassageReply.Day(day) : "date unknown";
            yield return new Field(role.Unsure ? "Perhaps called" : "Called", $"“{role.Text}” ({date})");
        }
        if (person.FirstSeen is { } first && person.LastSeen is { } last)
        {
            yield return new Field("Seen", first == last ? PassageReply.Day(first) : $"{PassageReply.Day(first)} to {PassageReply.Day(last)}");
        }
        if (person.With.Count > 0) yield return new Field("Named with", string.Join(", ", person.With));
    }
}
