// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>A daemon can't start with what its image or its host gave it; the message names the file, the place and the mend.</summary>
public sealed class InvalidSettingsException : Exception
{
    public InvalidSettingsException()
    {
    }

    public InvalidSettingsException(string message)
        : base(message)
    {
    }

    public InvalidSettingsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
