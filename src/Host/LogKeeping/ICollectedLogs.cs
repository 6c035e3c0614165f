// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Host.LogKeeping;

/// <summary>The logs of the host and all VMs, which a VM of the device has.</summary>
/// <exception cref="LogsException">Each method's: the device has no such VM, or it does not answer.</exception>
internal interface ICollectedLogs
{
    Task<LogPage> SearchAsync(LogQuery query, CancellationToken cancel);

    /// <summary>Follows the chain of each source from its first record to its last.</summary>
    Task<IReadOnlyList<LogVerdict>> VerifyAsync(CancellationToken cancel);
}
