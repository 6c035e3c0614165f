// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking.Requirements;

/// <summary>The disk has room for a second image and the boot loader falls back; the host itself cannot fetch one.</summary>
internal sealed class UpdatedFromOutside : IRequirement
{
    private const string Free = "_empty";

    public string Text => "MH08 Updated from outside: slots A and B, attempts are counted, no updater on the host";

    public StatementResult Check(HostEvidence evidence)
    {
        var posture = evidence.Posture;
        var label = $"{evidence.Plan.Target}-a";
        var root = posture.Partitions.FirstOrDefault(p => p.Label == label);
        var tree = posture.Partitions.FirstOrDefault(p => p.Label == $"{label}-verity");
        var free = posture.Partitions.Where(p => p.Label == Free).Select(p => p.Bytes).Order().ToList();
        var verdict = new Verdict();
        verdict.Demand(root is not null && tree is not null, $"there is no slot A: {string.Join(", ", posture.Partitions.Select(p => p.Label))}");
        verdict.Demand(
            root is null || tree is null || free.SequenceEqual(((long[])[root.Bytes, tree.Bytes]).Order()),
            $"slot B is not as large as slot A: {string.Join(", ", free)} bytes");
        verdict.Demand(posture.Firmware.CountedFile is not null, "the boot loader does not count attempts");
        verdict.Forbid("updaters", ProgramNames.Among(posture.Root.Programs, [.. ProgramNames.PackageManagers, "systemd-sysupdate", "fwupdmgr"]));
        verdict.Forbid("sockets for one", posture.Network.Sockets.Where(s => s.Error is null).Select(s => s.Family));
        return verdict.Result(
            $"slot A {root?.Device}, {tree?.Device} and slot B of {root?.Bytes >> 20} + {tree?.Bytes >> 20} MiB each; {posture.Firmware.Loader} counts in {posture.Firmware.CountedFile}");
    }
}
