// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec;

/// <summary>What ghaf's exit status says to a script. The numbers are an interface: never reuse one.</summary>
public enum ExitCode
{
    Success = 0,

    /// <summary>The device definition has errors.</summary>
    DefinitionInvalid = 1,

    /// <summary>The command line was not understood.</summary>
    Usage = 2,

    /// <summary>A tool that ghaf started failed.</summary>
    ToolFailed = 3,

    /// <summary>The lock file is missing, damaged, does not fit the request, or names a package nobody serves any more.</summary>
    LockStale = 4,

    /// <summary>Bytes do not have the hash or form they must have.</summary>
    Integrity = 5,

    /// <summary>A file system is full.</summary>
    NoSpace = 6,

    /// <summary>The build machine lacks something: user namespaces, KVM, a tool, a library.</summary>
    Environment = 7,

    /// <summary>Somebody else holds what is needed.</summary>
    Busy = 8,

    /// <summary>A check or test ran and found a fault.</summary>
    CheckFailed = 9,

    /// <summary>What was asked for is understood, and this version of ghaf cannot do it yet.</summary>
    Unsupported = 10,

    /// <summary>Stopped by the user, as a shell reports Ctrl+C.</summary>
    Cancelled = 130,
}
