// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>
/// What <c>systemctl list-units --all --plain --no-legend</c> prints:
/// <code>systemd-journald.service loaded active running Journal Service</code>
/// </summary>
internal static class UnitList
{
    /// <summary>Names that others mention and that are no file are left out.</summary>
    public static IReadOnlyList<HostUnit> Parse(string output) =>
    [
        .. from line in output.Split('\n')
           let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
           where words.Length >= 4 && words[1] != "not-found"
           select new HostUnit(words[0], words[2], words[3]),
    ];
}
