// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Benchmarks.Runs;

/// <summary>Boots a VM, on the machine that hosts give to theirs, until its systemd has started all that it is to start.</summary>
internal sealed class BootGuest(string toolchain, string folder, VmPlan vm)
{
    // As systemd writes it on a console, its name in another colour.
    private const string Ready = "multi-user.target\e[0m - Multi-User System";

    /// <summary>Seconds from the start of the emulator.</summary>
    /// <exception cref="InvalidOperationException">It was not ready within ten minutes.</exception>
    public async Task<double> RunAsync(BootableGuest guest, CancellationToken cancellation) =>
        await new EmulatorRun(toolchain, folder).RunAsync(
            guest.Name,
            [
                new BindMount(guest.Kernel, "/vmlinuz"), new BindMount(guest.Initrd, "/initrd"),
                .. guest.Disks.Select(disk => new BindMount(disk.File, $"/disks/{disk.Serial}")),
            ],
            Arguments(guest),
            Ready,
            cancellation) ?? throw new InvalidOperationException($"The guest {guest.Name} did not start; see {folder}/{guest.Name}.log.");

    private string[] Arguments(BootableGuest guest) =>
    [
        "-M", "q35,hpet=off,smm=off,vmport=off,sata=off,smbus=off,usb=off,graphics=off",
        "-smp", $"{vm.Cores}", "-m", $"{vm.Memory.MiB}",
        "-kernel", "/vmlinuz", "-initrd", "/initrd", "-append", string.Join(' ', guest.KernelArguments),
        .. guest.Disks.SelectMany(disk => (string[])
        [
            "-drive", $"if=none,id={disk.Serial},format=raw,readonly=on,file=/disks/{disk.Serial}",
            "-device", $"virtio-blk-pci,drive={disk.Serial},serial={disk.Serial}",
        ]),
    ];
}
