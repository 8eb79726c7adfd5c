namespace Bot.Discord.Gateway;

/// <summary>What resuming takes. One connection at a time changes it.</summary>
internal sealed class GatewaySession
{
    /// <summary>Null before the first READY and after a session was given up.</summary>
    public string? Id { get; private set; }

    /// <summary>Where to resume; another address than where sessions begin.</summary>
    public string? ResumeUrl { get; private set; }

    /// <summary>The number of the last event that was taken in; null before the first.</summary>
    public long? Sequence { get; set; }

    public bool CanResume => Id is not null && Sequence is not null;

    public void Begin(string id, string resumeUrl) => (Id, ResumeUrl) = (id, resumeUrl);

    public void Forget() => (Id, ResumeUrl, Sequence) = (null, null, null);
}
