// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Every source that has the package serves other bytes than the lock pins.</summary>
public sealed class WrongHashException(LockedPackage package, IReadOnlyList<(Uri Address, string Answer)> answers)
    : GhafException(
        $"The package {package.Name} {package.Version} ({package.Architecture}) must have sha256 {package.Sha256}, "
        + "but no source has such a file. Asked:\n"
        + string.Join('\n', answers.Select(asked => $"  {asked.Address}: {asked.Answer}")),
        "Do not trust these sources: compare with another mirror (GHAF_MIRROR), and if the lock is at fault run `ghaf lock update`.")
{
    public LockedPackage Package { get; } = package;

    public override ExitCode ExitCode => ExitCode.Integrity;
}
