// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>A plan in a file that somebody else wrote: it builds like one of ours.</summary>
internal static class PlanFile
{
    public static bool IsNamedBy(string target) => target.EndsWith(".json", StringComparison.Ordinal);

    /// <exception cref="PlanFileException">It cannot be read, or is not a plan.</exception>
    public static DevicePlan Read(string file)
    {
        try
        {
            var plan = PlanJson.Read(File.ReadAllText(file));

            // Folders are called so.
            return TargetName.IsValid(plan.Target)
                ? plan
                : throw new PlanFileException(file, $"“{plan.Target}” cannot be the name of a target.");
        }
        catch (PlanFormatException e)
        {
            throw new PlanFileException(file, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PlanFileException(file, e.Message);
        }
    }
}
