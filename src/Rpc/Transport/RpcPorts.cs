// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>The vsock ports of the control plane. Below 1024 only root may listen.</summary>
public static class RpcPorts
{
    /// <summary>On which an agent answers in its VM, and vmd on the host.</summary>
    public const uint Agent = 1021;

    /// <summary>On which the host takes calls from one VM to another.</summary>
    public const uint Switchboard = 1020;

    /// <summary>On which admin-vm answers for the logs, to its host; guests' vsock is reached by nobody else.</summary>
    public const uint LogStore = 1024;
}
