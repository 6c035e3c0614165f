// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Runs;

/// <summary>
/// Boots a disk image until it asks for a login on the serial line, to prove that what was measured makes bootable systems.
/// </summary>
internal sealed class BootDisk(string toolchain, string folder)
{
    // Without Secure Boot: the other disks are not signed for our keys.
    private const string FirmwareCode = "/usr/share/OVMF/OVMF_CODE_4M.fd";
    private const string FirmwareVariables = "/usr/share/OVMF/OVMF_VARS_4M.fd";

    /// <summary>Seconds from the start of the emulator until the prompt; null if none came.</summary>
    /// <param name="name">For the name of the log: what the system printed.</param>
    public Task<double?> RunAsync(string name, string disk, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var variables = Path.Combine(folder, name + ".fd");
        File.Copy(toolchain + FirmwareVariables, variables, overwrite: true);
        File.SetUnixFileMode(variables, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return new EmulatorRun(toolchain, folder).RunAsync(
            name, [new BindMount(disk, "/disk.raw")], Arguments(name), " login:", cancellation);
    }

    private static string[] Arguments(string name) =>
    [
        "-M", "q35,hpet=off,smm=off,vmport=off", "-smp", "2", "-m", "1536",
        "-drive", $"if=pflash,unit=0,format=raw,readonly=on,file={FirmwareCode}",
        "-drive", $"if=pflash,unit=1,format=raw,file=/boot/{name}.fd",

        // What the system writes is gone with the emulator.
        "-drive", "if=none,id=disk,format=raw,read-only=off,snapshot=on,file=/disk.raw",
        "-device", "virtio-blk-pci,drive=disk,bootindex=0",
    ];
}
