// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli;

/// <summary>A running device, as far as one may ask it. Nothing throws because a command in it failed.</summary>
internal interface IDevice
{
    /// <summary>Runs a shell script on the host.</summary>
    /// <exception cref="RefusedException">It could not be run at all.</exception>
    Task<CommandOutput> HostAsync(string script, TimeSpan limit, CancellationToken cancellation);

    /// <summary>Runs a shell script in a VM.</summary>
    /// <exception cref="RefusedException">It could not be run at all.</exception>
    Task<CommandOutput> VmAsync(string vm, string script, TimeSpan limit, CancellationToken cancellation);

    /// <summary>Any other request.</summary>
    /// <exception cref="RefusedException">The device refused or did not answer.</exception>
    Task<ControlReply> AskAsync(ControlRequest request, TimeSpan limit, CancellationToken cancellation);
}
