// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What one hypervisor can do on one machine, as data: checks, runners and documentation read it.</summary>
public sealed record HypervisorRecord
{
    public required Hypervisor Hypervisor { get; init; }

    /// <summary>Null for a hypervisor that has one machine only.</summary>
    public required MachineType? Machine { get; init; }

    /// <summary>What people call it: <c>QEMU's q35</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Which release the facts are of, and how its flags were checked.</summary>
    public required string Release { get; init; }

    /// <summary>Debian's names of the processor architectures that it runs on.</summary>
    public required ImmutableArray<string> Architectures { get; init; }

    /// <summary>
    /// Of these, those on which its VMs have SMBIOS tables. There a VM is told by them where to report; elsewhere by the
    /// kernel's command line.
    /// </summary>
    public required ImmutableArray<string> SmbiosOn { get; init; }

    /// <summary>One for each ability.</summary>
    public required ImmutableArray<AbilityFact> Facts { get; init; }

    public AbilityFact this[HypervisorAbility ability] => Facts.Single(fact => fact.Ability == ability);

    /// <param name="architecture">Debian's name of it.</param>
    public bool Has(HypervisorAbility ability, string architecture) =>
        Architectures.Contains(architecture) && this[ability] is { Has: true } fact && (fact.OnlyOn ?? architecture) == architecture;
}
