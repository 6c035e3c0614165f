// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>Where a build says what it does. Called from several threads.</summary>
public interface IBuildProgress
{
    /// <summary>A step that was not in the store began.</summary>
    /// <param name="title">For people, for example <c>Lay out the disk</c>.</param>
    void StepStarted(string title);

    void StepDone(string title, TimeSpan duration);

    /// <summary>Something worth telling that is no failure.</summary>
    void Note(string message);
}
