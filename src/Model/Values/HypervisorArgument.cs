// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>An option of a hypervisor's command line.</summary>
/// <param name="Option">With its hyphens: <c>-device</c>.</param>
/// <param name="Value">Its value, one word of the command line. Default: the option has none.</param>
public sealed record HypervisorArgument(string Option, string? Value = null)
{
    public override string ToString() => Value is null ? Option : $"{Option} {Value}";
}
