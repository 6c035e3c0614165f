// SPDX-License-Identifier: Apache-2.0
using Ghaf.Protocol;

namespace Ghaf.Cli.Checking.Requirements;

/// <summary>Nothing of the root can be changed, on the disk or in the running host.</summary>
internal sealed class ReadOnlyAndVerified : IRequirement
{
    private const string Panic = "panic_on_corruption";

    // What a host writes is gone at its next start; state that is to be kept is mounted below these and encrypted.
    private static readonly string[] InMemory = ["/run", "/tmp", "/var"];

    // Each device has its own, so it cannot be in the image: systemd lays it over the empty file, read-only (machine-id(5)).
    private const string MachineId = "/etc/machine-id";

    public string Text => "MH09 Read-only: the root is erofs under dm-verity, /etc cannot be changed, /var is memory";

    public StatementResult Check(HostEvidence evidence)
    {
        var (root, firmware) = (evidence.Posture.Root, evidence.Posture.Firmware);
        var verdict = new Verdict();
        verdict.Demand(
            root.Mounts is [{ Point: "/", Type: "erofs" } first, ..] && first.Options.Contains("ro"),
            $"the root is {Describe(root.Mounts.FirstOrDefault(mount => mount.Point == "/"))}");
        verdict.Demand(root.Verity is { Intact: true }, root.Verity is null ? "nothing verifies the root" : "a block of the root was wrong");
        verdict.Demand(root.Verity is null || root.Verity.Options.Contains(Panic), $"{Panic} is not set");
        verdict.Demand(root.Writes.Count > 0, "the host did not try to write");
        verdict.Forbid("not refused as read-only", root.Writes.Where(w => w.Error != "EROFS").Select(w => $"{w.Folder} ({w.Error ?? "written"})"));
        foreach (var point in InMemory)
        {
            var mount = root.Mounts.LastOrDefault(m => m.Point == point);
            verdict.Demand(mount?.Type == "tmpfs", $"{point} is {Describe(mount)}");
        }

        verdict.Forbid("mounted over", root.Mounts
            .Where(m => (IsOf(m.Point, "/etc") || IsOf(m.Point, "/usr")) && !(m.Point == MachineId && m.Type == "tmpfs" && m.Options.Contains("ro")))
            .Select(m => m.Point));
        verdict.Demand(firmware.SecureBoot == true, "Secure Boot is off");
        verdict.Demand(firmware.SetupMode == false, "anybody may enrol keys in the firmware");
        return verdict.Result(
            $"erofs, ro, {Panic}; EROFS in {string.Join(", ", root.Writes.Select(w => w.Folder))}; {string.Join(", ", InMemory)} are tmpfs; Secure Boot is on");
    }

    private static bool IsOf(string point, string folder) => point == folder || point.StartsWith(folder + "/", StringComparison.Ordinal);

    private static string Describe(HostMount? mount) =>
        mount is null ? "not mounted" : $"{mount.Type} of {mount.Source} ({string.Join(",", mount.Options)})";
}
