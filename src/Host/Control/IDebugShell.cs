// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Protocol;

namespace Ghaf.Host.Control;

/// <summary>Runs commands inside VMs; the boundary to vsock.</summary>
internal interface IDebugShell
{
    /// <exception cref="DebugShellException">The guest has no shell, does not answer, or took too long.</exception>
    Task<CommandOutput> RunAsync(SupervisedVm vm, IReadOnlyList<string> argv, TimeSpan limit, CancellationToken cancel);
}
