// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Signs programs for UEFI's Secure Boot. Whoever does it has the private key; a build never sees it.</summary>
public interface ISignPrograms
{
    /// <summary>Stands for the key in the keys of steps: the hash of its certificate.</summary>
    Sha256 Certificate { get; }

    /// <summary>What a firmware has to know to start what is signed here. Public.</summary>
    EnrolledKeys Enrolled { get; }

    /// <summary>The package set that signing needs: a request of the lock.</summary>
    IReadOnlyCollection<string> Tools { get; }

    /// <summary>The same program, certificate and time give the same bytes.</summary>
    /// <param name="tools">A sandbox with <see cref="Tools"/> and no folder of ours in it.</param>
    /// <param name="program">A file of UEFI's format, on this machine.</param>
    /// <param name="signed">The file to be made, in a folder that exists.</param>
    /// <exception cref="GhafException">The key cannot be used, or the tool failed.</exception>
    Task SignAsync(Sandbox tools, string program, string signed, CancellationToken cancellation);
}
