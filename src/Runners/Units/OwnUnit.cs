// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Runners.Units;

/// <summary>A unit that Ghaf puts on every host.</summary>
/// <param name="Name">Its file's name; NAME and TAG stand for a VM's and a share's.</param>
/// <param name="Why">What the host would lack without it.</param>
/// <param name="MostExposure">What <c>systemd-analyze security</c> may say of it in a release; 2.0 unless its own text says why.</param>
public sealed record OwnUnit(string Name, string Why, double MostExposure = 2.0)
{
    /// <summary>Whether this is the record of a unit.</summary>
    public bool IsOf(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var parts = Name.Replace("TAG", "NAME", StringComparison.Ordinal).Split("NAME");
        return parts.Length == 1
            ? unit == Name
            : unit.StartsWith(parts[0], StringComparison.Ordinal) && unit.EndsWith(parts[^1], StringComparison.Ordinal);
    }
}
