// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Clocks;
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

    /// <summary>How far the VM's clock is ahead of the host's.</summary>
    Task<ClockReading> ClockAsync(SupervisedVm vm, CancellationToken cancel);

    /// <summary>Steps the VM's clock to the host's.</summary>
    /// <param name="way">How long the order takes to arrive.</param>
    /// <returns>By how much it was stepped.</returns>
    Task<TimeSpan> SetClockAsync(SupervisedVm vm, TimeSpan way, CancellationToken cancel);

    /// <summary>Has the agent make a new key and use the certificate for it from now on, without a restart.</summary>
    Task RenewAsync(SupervisedVm vm, CancellationToken cancel);
}
