// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules;

/// <summary>The main program of a definition: it prints what sealing gives. <c>ghaf</c> runs it and reads that.</summary>
public static class Definition
{
    /// <summary>
    /// <c>TARGET</c> prints the sealed plan, or the diagnostics, of that target as JSON; without arguments prints the
    /// targets' names, a line each.
    /// </summary>
    /// <returns>The exit code: 0, or 1 when there are diagnostics.</returns>
    public static int Run(string[] args, DeviceSpec device)
    {
        if (args is not [var target])
        {
            Console.WriteLine(string.Join('\n', TargetSpec.AllOf(device).Select(t => t.Name)));
            return 0;
        }

        var result = Sealer.Seal(device, target);
        Console.Write(result.ToJson());
        return result.Plan is null ? 1 : 0;
    }
}
