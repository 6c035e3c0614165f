// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.State;

/// <summary>The device's storage cannot be opened. The message is for the owner: what, and what to do.</summary>
internal sealed class StateException : Exception
{
    public StateException()
    {
    }

    public StateException(string message)
        : base(message)
    {
    }

    public StateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
