// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Rpc;

/// <summary>A certificate, a key or a signing request is not what it has to be; the message says what and how to mend it.</summary>
public sealed class IdentityException : Exception
{
    public IdentityException()
    {
    }

    public IdentityException(string message)
        : base(message)
    {
    }

    public IdentityException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
