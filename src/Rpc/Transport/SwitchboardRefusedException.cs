// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>The host does not connect a VM to another.</summary>
internal sealed class SwitchboardRefusedException(string reason) : IOException($"The host does not connect: {reason}")
{
    /// <summary>Whether the policy stands against it, and not the other VM's state.</summary>
    public bool IsDenied => reason.StartsWith(SwitchboardLine.DeniedPrefix, StringComparison.Ordinal);
}
