// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The reference device, sealed.</summary>
    public static DevicePlan Plan { get; } =
        PlanJson.Read(File.ReadAllText(Path.Combine(Root, "tests", "Devices.Tests", "vm-debug.plan.json")));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Ghaf.slnx")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new DirectoryNotFoundException("This is no checkout.");
        }

        return folder;
    }
}
