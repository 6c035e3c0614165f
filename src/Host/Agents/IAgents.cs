// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Configuration;
using Ghaf.Protocol;

namespace Ghaf.Host.Agents;

/// <summary>What the host asks of the agents in its VMs.</summary>
/// <exception cref="AgentException">Each method's: the VM has none, or it did not answer, or it refused.</exception>
internal interface IAgents
{
    Task<GuestReport> ReportAsync(SupervisedVm vm, CancellationToken cancel);

    Task<IReadOnlyList<ApplicationStatus>> ApplicationsAsync(SupervisedVm vm, CancellationToken cancel);

    /// <param name="arguments">Each <c>name=value</c>.</param>
    Task StartAsync(SupervisedVm vm, string application, IEnumerable<string> arguments, CancellationToken cancel);

    Task StopAsync(SupervisedVm vm, string application, CancellationToken cancel);

    /// <summary>Has the agent make a new key and use the certificate for it from now on, without a restart.</summary>
    Task RenewAsync(SupervisedVm vm, CancellationToken cancel);
}
