// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Nothing can be added to a lock, because the archive no longer has what it pins.</summary>
/// <remarks>Sets of two moments would not go together: a VM's packages are put on the guest base's.</remarks>
public sealed class LockSupersededException(IReadOnlyList<LockedPackage> gone)
    : GhafException(
        $"Debian has replaced {gone.Count} of the locked packages ({Sample(gone)}), and a new package set would not fit the "
        + "locked ones.",
        "Run `ghaf lock update`, which resolves everything anew; `ghaf lock update --dry-run` shows first what would change.")
{
    private const int Shown = 3;

    public IReadOnlyList<LockedPackage> Gone { get; } = gone;

    public override ExitCode ExitCode => ExitCode.LockStale;

    private static string Sample(IReadOnlyList<LockedPackage> gone) =>
        string.Join(", ", gone.Take(Shown).Select(package => $"{package.Name} {package.Version}")) + (gone.Count > Shown ? ", …" : "");
}
