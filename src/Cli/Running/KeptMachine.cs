// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.Runners;
using Ghaf.Runners.Emulation;

namespace Ghaf.Cli;

/// <summary>
/// A machine in a folder of the user's: its disk, its firmware's variables, its TPM. When the device is built anew, the folder
/// gets the new disk with the old storage, as an installed device would.
/// </summary>
internal static class KeptMachine
{
    private const string Origin = "image";
    private const int Block = 1 << 20;

    /// <summary>Makes the folder, or brings it up to date.</summary>
    /// <exception cref="KeptMachineException">What is in the folder does not fit the image.</exception>
    public static async Task PrepareAsync(MachineMemory memory, BuiltDevice built, CancellationToken cancellation)
    {
        Directory.CreateDirectory(memory.Folder, RunRoot.Private);
        if (!File.Exists(memory.FirmwareVariables))
        {
            TakeVariables(memory, built);
        }

        var origin = Path.Combine(memory.Folder, Origin);
        if (File.Exists(memory.Disk) && File.Exists(origin) && await File.ReadAllTextAsync(origin, cancellation).ConfigureAwait(false) == built.Disk)
        {
            return;
        }

        var half = memory.Disk + ".new";
        await CopyAsync(built, half, cancellation).ConfigureAwait(false);
        if (File.Exists(memory.Disk))
        {
            CarryOver(memory.Disk, half);
        }

        File.Move(half, memory.Disk, overwrite: true);
        await File.WriteAllTextAsync(origin, built.Disk, cancellation).ConfigureAwait(false);
    }

    /// <summary>The firmware of a machine that just left the factory, and knows the owner's keys.</summary>
    public static void TakeVariables(MachineMemory memory, BuiltDevice built)
    {
        File.Copy(built.FirmwareVariables!, memory.FirmwareVariables, overwrite: true);
        File.SetUnixFileMode(memory.FirmwareVariables, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    // Holes stay holes.
    private static async Task CopyAsync(BuiltDevice built, string to, CancellationToken cancellation)
    {
        File.Delete(to);
        var folder = Path.GetDirectoryName(to)!;
        var sandbox = new Sandbox
        {
            ToolchainRoot = built.Toolchain,
            ReadOnlyBind = [new BindMount(built.Disk, "/from.raw")],
            Bind = [new BindMount(folder, "/to")],
        };
        await sandbox.Wrap("/usr/bin/cp", "--sparse=always", "/from.raw", $"/to/{Path.GetFileName(to)}").RunAsync(cancellation).ConfigureAwait(false);
        File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static void CarryOver(string from, string to)
    {
        var (source, target) = (StorageOf(from), StorageOf(to));
        if (source is null || target is null || source.Size > target.Size)
        {
            throw new KeptMachineException(Path.GetDirectoryName(from)!);
        }

        using var old = File.OpenRead(from);
        using var fresh = File.Open(to, FileMode.Open, FileAccess.ReadWrite);
        var buffer = new byte[Block];
        old.Position = source.Offset;
        fresh.Position = target.Offset;
        for (var left = source.Size; left > 0;)
        {
            var read = old.ReadAtLeast(buffer.AsSpan(0, (int)Math.Min(Block, left)), 1);
            fresh.Write(buffer.AsSpan(0, read));
            left -= read;
        }
    }

    private static DiskPartition? StorageOf(string disk) =>
        PartitionTable.Read(disk).FirstOrDefault(partition => partition.Label == HostPaths.StateLabel);
}
