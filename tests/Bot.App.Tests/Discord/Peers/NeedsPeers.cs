using Bot.App.Tests.Fakes;

namespace Bot.App.Tests.Discord.Peers;

/// <summary>Tests that run a program of tests/peers; skipped where Node.js or the libraries are not there.</summary>
public abstract class NeedsPeers
{
    protected NeedsPeers() => Assert.SkipWhen(Peer.Missing is not null, Peer.Missing ?? "");
}
