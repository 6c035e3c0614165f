// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>Whether a hypervisor has an ability.</summary>
/// <param name="Has">Whether our runner uses it there: what is possible in principle and not used counts as no.</param>
/// <param name="How">By which option or device, or why not; a phrase for people.</param>
/// <param name="Source">Where that is known from.</param>
public sealed record AbilityFact(HypervisorAbility Ability, bool Has, string How, string Source)
{
    /// <summary>Debian's name of the only architecture on which it has it. Default: on all that it runs on.</summary>
    public string? OnlyOn { get; init; }
}
