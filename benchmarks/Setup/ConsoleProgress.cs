// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Benchmarks.Setup;

/// <summary>Says which steps are made; those in the store are not.</summary>
internal sealed class ConsoleProgress : IBuildProgress
{
    public void StepStarted(string title) => Console.WriteLine($"… {title}");

    public void StepDone(string title, TimeSpan duration) => Console.WriteLine($"✓ {title} ({duration.TotalSeconds:0} s)");

    public void Note(string message) => Console.WriteLine($"  {message}");
}
