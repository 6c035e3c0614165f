// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli.Hardware;

/// <summary>Reads <c>/proc/cpuinfo</c> and the topology of the processors.</summary>
/// <param name="Architecture">Debian's name of it; null if there is nothing to be read.</param>
/// <param name="Cores">Cores; two threads of one are one.</param>
/// <param name="Virtualizes">Whether it can start VMs.</param>
/// <param name="KernelModules">What the host needs for that: none where the kernel has it built in.</param>
internal sealed record ProcessorScan(string? Architecture, int Cores, bool Virtualizes, ImmutableArray<string> KernelModules)
{
    private const string Processors = "/sys/devices/system/cpu";

    public static ProcessorScan Read(MachineTree tree)
    {
        // flags           : fpu vme de … vmx
        var lines = (tree.Read("/proc/cpuinfo") ?? "").Split('\n').Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).ToArray();
        var flags = lines.FirstOrDefault(line => line[0] == "flags")?[^1].Split(' ') ?? [];
        string? architecture =
            lines.Any(line => line[0] == "flags") ? "amd64"
            : lines.Any(line => line[0] == "CPU architecture") ? "arm64"
            : lines.Any(line => line is ["isa", ..]) ? "riscv64"
            : null;
        ImmutableArray<string> modules =
            flags.Contains("vmx") ? ["kvm_intel"]
            : flags.Contains("svm") ? ["kvm_amd"]
            : [];
        return new ProcessorScan(
            architecture,
            CountCores(tree) is > 0 and var cores ? cores : lines.Count(line => line[0] == "processor"),

            // Elsewhere than on PCs there is no flag; the kernel's KVM is there if the firmware left it the means.
            architecture == "amd64" ? !modules.IsEmpty : tree.Exists("/sys/class/misc/kvm"),
            modules);
    }

    // The threads of a core name each other: cpu0 and cpu1 both say 0-1.
    private static int CountCores(MachineTree tree) => tree.Names(Processors)
        .Select(cpu => tree.Read($"{Processors}/{cpu}/topology/thread_siblings_list"))
        .OfType<string>()
        .Distinct()
        .Count();
}
