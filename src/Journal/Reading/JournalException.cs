// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Journal;

/// <summary>The journal of this machine can't be read.</summary>
public sealed class JournalException : Exception
{
    public JournalException()
    {
    }

    public JournalException(string message)
        : base(message)
    {
    }

    public JournalException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
