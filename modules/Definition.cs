// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Modules;

/// <summary>The main program of a definition: it prints what sealing gives. <c>ghaf</c> runs it and reads that.</summary>
public static class Definition
{
    private const int NotUnderstood = 2;

    /// <summary>
    /// <c>seal</c> prints all targets of the device as one JSON document, each with its plan or its mistakes; without
    /// arguments prints the names of the targets, a line each.
    /// </summary>
    /// <returns>The exit code: 0 if it ran, whether or not there are mistakes; 2 for other arguments.</returns>
    public static int Run(string[] args, DeviceSpec device)
    {
        switch (args)
        {
            case ["seal"]:
                Console.Write(SealedTarget.ToJson([.. TargetSpec.AllOf(device).Select(t => new SealedTarget(t.Name, Sealer.Seal(t)))]));
                return 0;
            case []:
                Console.WriteLine(string.Join('\n', TargetSpec.AllOf(device).Select(t => t.Name)));
                return 0;
            default:
                Console.Error.WriteLine("A definition understands `seal`, which prints its plans, or nothing, which lists its targets.");
                return NotUnderstood;
        }
    }
}
