// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.State;

/// <summary>Before the start of a VM with volumes: whether the device's storage is open.</summary>
internal static class RequireState
{
    /// <returns>0 when it is open, else 1, after the reason.</returns>
    public static int Run(StatePaths paths, Log log)
    {
        if (File.Exists(paths.Failure))
        {
            log.Write($"The device's storage is not open: {File.ReadAllText(paths.Failure)}");
            return 1;
        }

        return 0;
    }
}
