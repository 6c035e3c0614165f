// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Protocol;

/// <summary>The device could not be asked, or did not answer in time. What it refused to do is a reply, not this.</summary>
public sealed class ControlException : Exception
{
    public ControlException()
    {
    }

    public ControlException(string message)
        : base(message)
    {
    }

    public ControlException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
