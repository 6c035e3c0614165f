// SPDX-License-Identifier: Apache-2.0
using Grpc.Core;

namespace Ghaf.Host.Agents;

/// <summary>A VM's agent did not answer, or refused.</summary>
internal sealed class AgentException : Exception
{
    public AgentException(string message)
        : base(message)
    {
    }

    public AgentException(string vm, RpcException failure)
        : base(failure.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Internal
            ? $"The agent of {vm} did not answer: {failure.Status.Detail} (Is the VM ready?)"
            : $"The agent of {vm} refused: {failure.Status.Detail}",
            failure)
    {
    }
}
