// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>Something that must be true of the host of a release, judged without asking the device anything.</summary>
internal interface IRequirement
{
    /// <summary>An id and a sentence for people: <c>MH04 No graphics: …</c>.</summary>
    string Text { get; }

    /// <summary>Judges.</summary>
    StatementResult Check(HostEvidence evidence);
}
