using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Bot.App.Web;

/// <summary>
/// Where the page listens, and by which names it may be called. <paramref name="Host"/> is as a browser writes it, an IPv6 address
/// without brackets; <paramref name="Ip"/> is null for a name. A name that is not "localhost" is listened for on every address of the machine.
/// </summary>
internal sealed record WebAddress(string Host, IPAddress? Ip, int Port)
{
    private const string Localhost = "localhost";

    /// <summary>Only this machine reaches it.</summary>
    public bool IsLoopback => Ip is null ? IsLocalhost(Host) : IPAddress.IsLoopback(Ip);

    /// <summary>By both kinds of addresses: a name that is not "localhost", or [::].</summary>
    private bool IsEverywhere => Ip is null ? !IsLocalhost(Host) : Ip.Equals(IPAddress.IPv6Any);

    private bool IsLoopbackOrAny => IsLoopback || IsAnyAddress;

    private bool IsAnyAddress => Ip is not null && (Ip.Equals(IPAddress.Any) || Ip.Equals(IPAddress.IPv6Any));

    /// <summary>Null when it is no such URL: http alone (TLS is a proxy's work), no path, no user.</summary>
    public static WebAddress? TryParse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp) return null;
        if (uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0) return null;
        var host = uri.IdnHost.Trim('[', ']');
        return host.Length == 0 ? null : new WebAddress(host, IPAddress.TryParse(host, out var ip) ? ip : null, uri.Port);
    }

    public void ListenIn(KestrelServerOptions server)
    {
        if (Ip is not null) server.Listen(Ip, Port);
        else if (!IsLocalhost(Host)) server.ListenAnyIP(Port);
        else if (Port == 0) server.Listen(IPAddress.Loopback, Port);
        else server.ListenLocalhost(Port);
    }

    /// <summary>
    /// Whether a browser may have called us so. Another name means that somebody's page had its own name lead here, to read the
    /// briefings with its visitor's browser (DNS rebinding); an address cannot be made to lead elsewhere.
    /// </summary>
    public bool IsCalled(string host)
    {
        var called = host.Trim('[', ']');
        if (called.Equals(Host, StringComparison.OrdinalIgnoreCase) || IsLocalhost(called)) return true;
        if (IPAddress.TryParse(called, out var address) && (IsAnyAddress || IPAddress.IsLoopback(address))) return true;
        return IsAnyAddress && called.Equals(Environment.MachineName, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>For a person: with every address listened on, the one that works on this machine.</summary>
    /// <param name="port">The port that was taken where 0 was asked for.</param>
    public string Display(int port)
    {
        var host = IsAnyAddress ? Localhost : Ip is { AddressFamily: AddressFamily.InterNetworkV6 } ? $"[{Host}]" : Host;
        return $"http://{host}:{port}";
    }

    /// <summary>Why nobody could listen there now; null when one could. Gives the port back at once.</summary>
    public SocketException? Probe()
    {
        if (Port == 0) return null;
        try
        {
            using var probe = new TcpListener(Ip ?? (IsLocalhost(Host) ? IPAddress.Loopback : IPAddress.Any), Port);
            probe.Start();
            return null;
        }
        catch (SocketException e)
        {
            return e;
        }
    }

    /// <summary>Whether not both can be listened on at once.</summary>
    public bool Overlaps(WebAddress other)
    {
        if (Port == 0 || Port != other.Port) return false;
        if (IsEverywhere || other.IsEverywhere) return true;
        if (Ip is null || other.Ip is null) return IsLoopbackOrAny && other.IsLoopbackOrAny;
        return Ip.Equals(other.Ip) || (Ip.AddressFamily == other.Ip.AddressFamily && (IsAnyAddress || other.IsAnyAddress));
    }

    private static bool IsLocalhost(string host) => host.Equals(Localhost, StringComparison.OrdinalIgnoreCase);
}
