// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Model;

namespace Ghaf.Repository.Tests;

/// <summary>The comparison of hypervisors, made of the records that checks and runners read.</summary>
public class HypervisorPageTests
{
    [Fact]
    public void The_comparison_is_what_the_records_say()
    {
        var page = new StringBuilder("""
            # Hypervisors

            What a VM can ask of each hypervisor and machine (`.Hypervisor(…)`, `.Machine(…)`). Asking for more is the mistake
            [GHAF018](diagnostics.md), which names who can. “Yes” means that our runner does it: what a program could do beyond that
            goes by `.HypervisorArguments([…])`.

            A VM that asks for nothing runs on QEMU: q35 on amd64, virt on arm64 and riscv64. Debian packages QEMU only; a device with a
            VM on cloud-hypervisor or crosvm has to bring the program as `/usr/bin/cloud-hypervisor` or `/usr/bin/crosvm`. Shares on QEMU
            and cloud-hypervisor need Debian's `virtiofsd` among the host's packages; its options are those of 1.13.2's `--help`.


            """);
        page.Append($"| | {string.Join(" | ", HypervisorRecords.All.Select(r => r.Title))} |\n");
        page.Append($"|---|{string.Concat(HypervisorRecords.All.Select(_ => "---|"))}\n");
        page.Append($"| Architectures | {string.Join(" | ", HypervisorRecords.All.Select(r => string.Join(", ", r.Architectures)))} |\n");
        foreach (var ability in Enum.GetValues<HypervisorAbility>())
        {
            page.Append($"| {NameOf(ability)} | {string.Join(" | ", HypervisorRecords.All.Select(r => Answer(r[ability])))} |\n");
        }

        foreach (var record in HypervisorRecords.All)
        {
            page.Append($"\n## {record.Title}\n\nFacts and flags: {record.Release}.\n\n| | By what, or why not | Known from |\n|---|---|---|\n");
            foreach (var ability in Enum.GetValues<HypervisorAbility>())
            {
                var fact = record[ability];
                page.Append($"| {NameOf(ability)}: {Answer(fact)} | {fact.How} | {fact.Source} |\n");
            }
        }

        Golden.Matches("docs/reference/hypervisors.md", page.ToString());
    }

    private static string Answer(AbilityFact fact) => !fact.Has ? "no" : fact.OnlyOn is { } only ? $"{only} only" : "yes";

    private static string NameOf(HypervisorAbility ability) => ability switch
    {
        HypervisorAbility.PciPassthrough => "PCI passthrough",
        HypervisorAbility.UsbPassthrough => "USB passthrough",
        HypervisorAbility.PlatformPassthrough => "Platform passthrough",
        HypervisorAbility.Shares => "Shares (virtiofs)",
        HypervisorAbility.Volumes => "Volumes",
        HypervisorAbility.Vsock => "vsock",
        HypervisorAbility.Readiness => "Readiness over vsock",
        HypervisorAbility.Balloon => "Memory balloon",
        HypervisorAbility.SerialConsole => "Serial console on a Unix socket",
        HypervisorAbility.Links => "Links over Unix sockets",
        HypervisorAbility.ExtraArguments => "Extra arguments",
        _ => "Graphics",
    };
}
