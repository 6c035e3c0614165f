// SPDX-License-Identifier: Apache-2.0
using System.Diagnostics;
using Ghaf.Exec;
using Ghaf.Runners.Emulation;

namespace Ghaf.Benchmarks.Runs;

/// <summary>
/// Boots a disk image until it asks for a login on the serial line, to prove that what was measured makes bootable
/// systems. Always without KVM, so that figures of different machines mean the same.
/// </summary>
internal sealed class BootDisk(string toolchain, string folder)
{
    // Without Secure Boot: the other disks are not signed for our keys.
    private const string FirmwareCode = "/usr/share/OVMF/OVMF_CODE_4M.fd";
    private const string FirmwareVariables = "/usr/share/OVMF/OVMF_VARS_4M.fd";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Seconds from the start of the emulator until the prompt; null if none came.</summary>
    /// <param name="name">For the name of the log: what the system printed.</param>
    public async Task<double?> RunAsync(string name, string disk, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var log = Path.Combine(folder, name + ".log");
        var variables = Path.Combine(folder, name + ".fd");
        File.Delete(log);
        File.Copy(toolchain + FirmwareVariables, variables, overwrite: true);
        File.SetUnixFileMode(variables, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var sandbox = new Sandbox
        {
            ToolchainRoot = toolchain,
            ReadOnlyBind = [new BindMount(disk, "/disk.raw")],
            Bind = [new BindMount(folder, "/boot")],
            FilterFolder = folder,
            Environment = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("TMPDIR", "/boot"),
        };
        var command = sandbox.Wrap(EmulatedMachineCommand.Program, Arguments(name)) with { FailureThrows = false };
        var clock = Stopwatch.StartNew();
        using var power = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var running = command.RunAsync(power.Token);
        double? prompt = null;
        while (prompt is null && !running.IsCompleted && clock.Elapsed < Limit)
        {
            await Task.Delay(Pause, cancellation);
            prompt = AsksForLogin(log) ? clock.Elapsed.TotalSeconds : null;
        }

        await power.CancelAsync();
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return prompt;
    }

    private static bool AsksForLogin(string log)
    {
        if (!File.Exists(log))
        {
            return false;
        }

        // The emulator has it open for writing.
        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Contains(" login:", StringComparison.Ordinal);
    }

    private static string[] Arguments(string name) =>
    [
        "-no-user-config", "-nodefaults", "-display", "none", "-no-reboot", "-M", "q35,hpet=off,smm=off,vmport=off",
        "-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2", "-m", "1536",
        "-drive", $"if=pflash,unit=0,format=raw,readonly=on,file={FirmwareCode}",
        "-drive", $"if=pflash,unit=1,format=raw,file=/boot/{name}.fd",

        // What the system writes is gone with the emulator.
        "-drive", "if=none,id=disk,format=raw,read-only=off,snapshot=on,file=/disk.raw",
        "-device", "virtio-blk-pci,drive=disk,bootindex=0", "-serial", $"file:/boot/{name}.log",
    ];
}
