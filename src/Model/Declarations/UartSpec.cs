// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>A serial port of a machine.</summary>
/// <param name="Address">Of its registers, as in the device tree: <c>0x3100000</c>.</param>
/// <param name="Tty">The host's name of it: <c>ttyTHS0</c>.</param>
public sealed record UartSpec(string Name, string Address, string Tty)
{
    /// <summary>What it is wired to. Default: not known.</summary>
    public string? Connector { get; init; }
}
