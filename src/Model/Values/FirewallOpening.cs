// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>A port of a VM that others on its links may reach. Everything else is dropped.</summary>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record FirewallOpening(TransportProtocol Protocol, int Port)
{
    public static FirewallOpening Tcp(int port) => new(TransportProtocol.Tcp, port);

    public static FirewallOpening Udp(int port) => new(TransportProtocol.Udp, port);

    public override string ToString() => $"{Protocol.ToString().ToLowerInvariant()}/{Port}";
}

public enum TransportProtocol
{
    [JsonStringEnumMemberName("tcp")]
    Tcp,

    [JsonStringEnumMemberName("udp")]
    Udp,
}
