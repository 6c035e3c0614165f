// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Control;

/// <summary>A command could not be run inside a VM; the message is for the person who asked.</summary>
internal sealed class DebugShellException : Exception
{
    public DebugShellException()
    {
    }

    public DebugShellException(string message)
        : base(message)
    {
    }

    public DebugShellException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
