// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>What can be wrong with a lock.</summary>
public enum LockFindingKind
{
    /// <summary>A hash, a size, a path or a reference is not what it must be.</summary>
    Malformed,

    /// <summary>The text is not the one that ghaf writes for this content.</summary>
    NotCanonical,

    /// <summary>A plan asks for a set that the lock does not have.</summary>
    MissingSet,

    /// <summary>A set lacks a package that its request names.</summary>
    MissingPackage,

    /// <summary>A set has two versions of one package.</summary>
    TwoVersions,

    /// <summary>A VM's set has other versions than the guest base that it is put on.</summary>
    OtherBase,

    /// <summary>A plan is for a Debian release that the lock was not made from.</summary>
    OtherSuite,

    /// <summary>Nobody serves a package, and the store does not have it.</summary>
    Unserved,

    /// <summary>Packages that somebody may have who could not be reached.</summary>
    Unreachable,

    /// <summary>No plan asks for a set.</summary>
    UnusedSet,
}
