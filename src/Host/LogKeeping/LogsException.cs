// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.LogKeeping;

/// <summary>The collected logs can't be asked.</summary>
internal sealed class LogsException : Exception
{
    public LogsException()
    {
    }

    public LogsException(string message)
        : base(message)
    {
    }

    public LogsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
