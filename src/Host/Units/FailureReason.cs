// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Units;

/// <summary>Says in one text why a unit failed: systemd's result, how the process ended, its last words.</summary>
internal static class FailureReason
{
    /// <param name="unit">The failed unit.</param>
    /// <param name="lastLines">The end of the unit's journal.</param>
    public static string Describe(UnitSnapshot unit, string lastLines)
    {
        if (unit.LoadState is not ("" or "loaded"))
        {
            return $"The unit {unit.Id} is {unit.LoadState}: the image lacks it or it can't be read.";
        }

        var end = unit switch
        {
            { ExitCode: 0 } => "nothing was started",
            { ExitCode: UnitSnapshot.Exited } => $"exit code {unit.ExitStatus}",
            _ => $"ended by signal {unit.ExitStatus}",
        };
        var words = lastLines.Trim();
        return words.Length == 0 ? $"{unit.Result}, {end}" : $"{unit.Result}, {end}:\n{words}";
    }
}
