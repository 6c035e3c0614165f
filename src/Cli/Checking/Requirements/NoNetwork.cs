// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking.Requirements;

/// <summary>The kernel gives no socket that reaches beyond the machine, and nothing would use one.</summary>
internal sealed class NoNetwork : IRequirement
{
    public string Text => "MH03 No network: the host's kernel has no TCP/IP, no interface and no tool for it";

    public StatementResult Check(HostEvidence evidence)
    {
        var network = evidence.Posture.Network;
        var verdict = new Verdict();
        verdict.Forbid("the kernel gives sockets", network.Sockets.Where(s => s.Error is null).Select(s => s.Family));
        foreach (var family in (string[])["AF_INET", "AF_INET6"])
        {
            verdict.Demand(
                network.Sockets.Any(s => s.Family == family && s.Error is null or "EAFNOSUPPORT"),
                $"{family} is refused for another reason than that it is not there");
        }

        verdict.Forbid("interfaces", network.Interfaces.Where(name => name != "lo"));
        verdict.Forbid("tools", ProgramNames.Among(evidence.Posture.Root.Programs, ProgramNames.NetworkTools));
        return verdict.Result(
            string.Join(", ", network.Sockets.Select(s => $"{s.Family} {s.Error}"))
            + $"; interfaces: {(network.Interfaces.Count == 0 ? "none" : string.Join(", ", network.Interfaces))}");
    }
}
