// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Host.Configuration;

/// <summary>Reads the sealed plan that the image carries.</summary>
internal static class HostPlanFile
{
    /// <exception cref="InvalidHostPlanException">It can't be read.</exception>
    public static HostPlan Read(string path)
    {
        try
        {
            return HostPlan.From(PlanJson.Read(File.ReadAllText(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlanFormatException)
        {
            throw new InvalidHostPlanException($"{path} can't be read: {e.Message}", e);
        }
    }
}
