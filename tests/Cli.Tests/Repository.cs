// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Cli.Tests;

/// <summary>What the checkout has.</summary>
internal static class Repository
{
    /// <summary>The reference device, sealed.</summary>
    public static DevicePlan Plan { get; } =
        PlanJson.Read(File.ReadAllText(SourceTree.PathOf("tests/Devices.Tests/vm-debug.plan.json")));
}
