namespace Bot.Chat;

/// <summary>
/// What each person last asked about in each conversation, so that "when?" can live on it. Of another only what everybody there saw. In memory, for an hour. Thread-safe.
/// </summary>
public sealed class ConversationSubjects(TimeProvider time)
{
    private const int Most = 10_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly Lock turn = new();
    private readonly Dictionary<(string Conversation, string? Person), (string Subject, long Since)> subjects = [];

    /// <param name="isPublic">Whether everybody in the conversation saw the answer.</param>
    public void Note(string conversation, string person, string line, bool isPublic)
    {
        if (FollowUp.SubjectOf(line) is not { } subject) return;
        lock (turn)
        {
            if (subjects.Count >= Most) Forget();
            subjects[(conversation, person)] = (subject, time.GetTimestamp());
            if (isPublic) subjects[(conversation, null)] = (subject, time.GetTimestamp());
        }
    }

    /// <summary>Null where nothing was spoken of lately.</summary>
    public string? Of(string conversation, string person)
    {
        lock (turn) return Find((conversation, person)) ?? Find((conversation, null));
    }

    private string? Find((string, string?) key) => subjects.TryGetValue(key, out var found) && time.GetElapsedTime(found.Since) < Kept ? found.Subject : null;

    /// <summary>The older half.</summary>
    private void Forget()
    {
        foreach (var key in subjects.OrderBy(one => one.Value.Since).Take(Most / 2).Select(one => one.Key).ToList()) subjects.Remove(key);
    }
}
