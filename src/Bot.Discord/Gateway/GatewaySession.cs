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

    /// <summary>The turn of the replica in which it was last used; null for a bot alone.</summary>
    public long? Turn { get; set; }

    /// <summary>Whose session it is; null before the first READY.</summary>
    public GatewayIdentity? Identity { get; private set; }

    public bool CanResume => Id is not null && Sequence is not null;

    public void Begin(string id, string resumeUrl, GatewayIdentity identity, long? sequence) => (Id, ResumeUrl, Identity, Sequence) = (id, resumeUrl, identity, sequence);

    public void Forget() => (Id, ResumeUrl, Sequence) = (null, null, null);
}

/// <param name="User">The bot's own user id, which mentions of it name.</param>
internal sealed record GatewayIdentity(string Application, string User);
