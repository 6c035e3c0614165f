// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Guest.Settings;

/// <summary>The agent can't start with what its image or its host gave it; the message names the file, the place and the mend.</summary>
internal sealed class InvalidSettingsException : Exception
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
