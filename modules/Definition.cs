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
                Console.Write(SealedTarget.ToJson([.. device.Profiles.Select(profile => Seal(device, profile))]));
                return 0;
            case []:
                Console.WriteLine(string.Join('\n', device.Profiles.Select(profile => NameOf(device, profile))));
                return 0;
            default:
                Console.Error.WriteLine("A definition understands `seal`, which prints its plans, or nothing, which lists its targets.");
                return NotUnderstood;
        }
    }

    private static SealedTarget Seal(DeviceSpec device, ProfileSpec profile) =>
        new(NameOf(device, profile), Sealer.Seal(device, profile.Name));

    private static string NameOf(DeviceSpec device, ProfileSpec profile) => $"{device.Name}-{profile.Name}";
}
