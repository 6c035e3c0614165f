// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking.Requirements;

/// <summary>The running root is, byte for byte, what this definition and this lock make.</summary>
internal sealed class DefinedByOneFile : IRequirement
{
    public string Text => "MH01 Defined: the running host is what this definition builds";

    public StatementResult Check(HostEvidence evidence)
    {
        var verdict = new Verdict();
        var running = evidence.Posture.Root.Verity?.RootHash;
        verdict.Demand(running is not null, "nothing verifies the running root");
        verdict.Demand(running is null || running == evidence.RootHash, $"the root hash of the running host is {running}, this definition makes {evidence.RootHash}");
        return verdict.Result($"both have the root hash {evidence.RootHash}");
    }
}
