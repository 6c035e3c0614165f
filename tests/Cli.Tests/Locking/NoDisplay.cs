// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli.Tests.Locking;

/// <summary>Keeps what it is told.</summary>
internal sealed class NoDisplay : IWorkDisplay
{
    public List<string> Notes { get; } = [];

    public void StepStarted(string title)
    {
    }

    public void StepDone(string title, TimeSpan duration)
    {
    }

    public void Note(string message) => Notes.Add(message);

    public void Report(FetchProgress value)
    {
    }

    public void Report(string value) => Notes.Add(value);
}
