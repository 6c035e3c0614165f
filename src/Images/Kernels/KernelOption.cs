// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>A line of a fragment: what one option of the kernel's configuration is to be.</summary>
/// <param name="Name">With its prefix: <c>CONFIG_KVM</c>.</param>
/// <param name="Value">As in a configuration: <c>y</c>, <c>"text"</c>, <c>64</c>; <c>n</c> for one that is not set.</param>
/// <param name="Fragment">The file below <c>files/</c>: <c>kernel/host.amd64.config</c>.</param>
/// <param name="Line">From 1.</param>
public sealed record KernelOption(string Name, string Value, string Fragment, int Line)
{
    public const string NotSet = "n";

    /// <summary>The line as a configuration has it.</summary>
    public string Text => Value == NotSet ? $"# {Name} is not set" : $"{Name}={Value}";

    public string Place => $"{Fragment}:{Line}";
}
