// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>systemd was to pass a socket that listens, and did not.</summary>
public sealed class NotActivatedException : Exception
{
    public NotActivatedException()
    {
    }

    public NotActivatedException(string message)
        : base(message)
    {
    }

    public NotActivatedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
