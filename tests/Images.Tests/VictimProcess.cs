// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;

namespace Ghaf.Images.Tests;

/// <summary>The program that tests start to kill it.</summary>
public static class VictimProcess
{
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Ghaf.Victim");

    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true })!;
}
