using System.Net;
using System.Net.Sockets;

namespace Extractor.Fetching.Requests;

/// <summary>A host resolves to no address that may be asked.</summary>
public sealed class AddressRefusedException(string message) : IOException(message);

/// <summary>How a connection is made.</summary>
internal delegate ValueTask<Stream> Connect(DnsEndPoint end, bool allowPrivate, CancellationToken cancellationToken);

/// <summary>Keeps a page from sending the harvest into the network that it runs in: only public addresses are connected to.</summary>
internal static class AddressGuard
{
    /// <summary>
    /// IANA special-purpose registries (RFC 6890): private, shared, loopback, link-local, documentation, benchmarking, multicast, reserved.
    /// </summary>
    private static readonly IPNetwork[] NotPublic =
    [
        .. from text in (string[])
            [
                "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
                    "192.0.2.0/24",
                "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
                "::/127", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10",
                    "ff00::/8",
            ]
           select IPNetwork.Parse(text),
    ];

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !NotPublic.Any(network => network.Contains(plain));
    }

    /// <summary>Connects to the addresses that were looked at, so that a second look-up cannot give others.</summary>
    public static ValueTask<Stream> ConnectAsync(DnsEndPoint end, bool allowPrivate, CancellationToken cancellationToken) =>
        ConnectAsync(end, allowPrivate, Dns.GetHostAddressesAsync, cancellationToken);

    internal static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint end, bool allowPrivate, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(end.Host.Trim('[', ']'), out var literal) ? [literal]
            : await resolve(end.Host, cancellationToken).ConfigureAwait(false);
        var allowed = allowPrivate ? addresses : [.. addresses.Where(IsPublic)];
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException($"{end.Host} resolves to private or loopback addresses only; 'allow_private_addresses' in " +
                $"the definition would let them be asked");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, end.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
