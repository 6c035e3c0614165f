// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Admin.Store;

/// <summary>The stored logs can't be used as they are; the message names the file and the mend.</summary>
internal sealed class StoreException : Exception
{
    public StoreException()
    {
    }

    public StoreException(string message)
        : base(message)
    {
    }

    public StoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
