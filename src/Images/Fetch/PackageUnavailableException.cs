// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Nobody serves a locked package.</summary>
/// <param name="package">The package.</param>
/// <param name="answers">For each address asked, what it answered.</param>
public sealed class PackageUnavailableException(LockedPackage package, IReadOnlyList<(Uri Address, string Answer)> answers)
    : GhafException(
        $"Nobody serves the package {package.Name} {package.Version} ({package.Architecture}), sha256 {package.Sha256}. Asked:\n"
        + string.Join('\n', answers.Select(asked => $"  {asked.Address}: {asked.Answer}")),
        "If the mirrors have a newer version now, run `ghaf lock update`; if the network is at fault, build again.")
{
    public LockedPackage Package { get; } = package;

    public IReadOnlyList<(Uri Address, string Answer)> Answers { get; } = answers;

    public override ExitCode ExitCode => ExitCode.LockStale;
}
