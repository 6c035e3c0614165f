// SPDX-License-Identifier: Apache-2.0
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Names the result of a step by all that goes into it.</summary>
/// <param name="Digest">Over the canonical encoding of step, revision and inputs.</param>
/// <param name="Inputs">The same for people, one input a line.</param>
public sealed record StepKey(Sha256 Digest, string Inputs)
{
    /// <summary>The 32 digits that folder names carry.</summary>
    public string Short => Digest.Hex[..32];

    /// <param name="step">The verb, for example <c>FormatErofs</c>.</param>
    /// <param name="revision">To be raised whenever the step's code makes other bytes of the same inputs.</param>
    public static StepKeyBuilder For(string step, int revision) => new(step, revision);

    public override string ToString() => Short;
}
