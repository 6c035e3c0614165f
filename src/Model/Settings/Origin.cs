// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>Where a setting comes from and how strong it is.</summary>
/// <param name="Own">Made for this system alone, not for all VMs.</param>
internal sealed record Origin(Layer Layer, bool Forced, bool Own, SourceLocation Location)
{
    /// <summary>Of two settings, the one with the higher rank wins; with the same rank they have to agree.</summary>
    public int Rank => (Forced ? 100 : 0) + ((int)Layer * 10) + (Own ? 1 : 0);

    /// <summary>For people: <c>devices/vm.cs:12 (user, forced)</c>.</summary>
    public override string ToString() =>
        $"{Location} ({Layer.ToString().ToLowerInvariant()}{(Forced ? ", forced" : "")})";
}
