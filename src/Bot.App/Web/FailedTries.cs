using System.Net;
using System.Net.Sockets;

namespace Bot.App.Web;

/// <summary>
/// Counts wrong passwords: after five from one address within a minute, or sixty from all, none is looked at until the minute is over.
/// An IPv6 address counts with its network of 64 bits, all of which one caller may have. Thread-safe.
/// </summary>
internal sealed class FailedTries(TimeProvider time)
{
    public const string WindowSeconds = "60";
    public const string Sentence = "There were too many wrong passwords. Wait a minute and try again.";

    private const int MostFromOne = 5, MostFromAll = 60;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _counting = new();
    private readonly Dictionary<IPAddress, int> _byAddress = [];
    private int _all;
    private long _since;

    public bool MustWait(IPAddress? from)
    {
        lock (_counting)
        {
            StartAnewWhenOver();
            return _all >= MostFromAll || _byAddress.GetValueOrDefault(NetworkOf(from)) >= MostFromOne;
        }
    }

    public void Add(IPAddress? from)
    {
        lock (_counting)
        {
            StartAnewWhenOver();
            if (_all++ == 0) _since = time.GetTimestamp();
            var network = NetworkOf(from);
            _byAddress[network] = _byAddress.GetValueOrDefault(network) + 1;
        }
    }

    private void StartAnewWhenOver()
    {
        if (_all == 0 || time.GetElapsedTime(_since) < Window) return;
        _byAddress.Clear();
        _all = 0;
    }

    private static IPAddress NetworkOf(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
