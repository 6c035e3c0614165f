// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Ghaf.Images;
using Ghaf.Runners.Emulation;

namespace Ghaf.Cli;

/// <summary>
/// The folder of one running device: sockets, logs, and who runs it. Held by a lock that the kernel frees when the holder
/// ends, so the folder of a dead run is simply taken over.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private readonly StoreLock _held;

    private RunFolder(StoreLock held, EmulationPaths paths)
    {
        _held = held;
        Paths = paths;
    }

    public EmulationPaths Paths { get; }

    /// <summary>Takes the target's folder, emptied of what an earlier run left.</summary>
    /// <exception cref="DeviceBusyException">Another process runs this target; says which.</exception>
    public static RunFolder Take(RunRoot root, string target)
    {
        var folder = root.FolderOf(target);
        root.Ensure();
        Directory.CreateDirectory(folder, RunRoot.Private);
        var held = StoreLock.TryTake(LockOf(folder)) ?? throw new DeviceBusyException(target, OwnerOf(folder));
        foreach (var left in Directory.EnumerateFileSystemEntries(folder).Where(entry => entry != LockOf(folder)))
        {
            if (Directory.Exists(left) && new FileInfo(left).LinkTarget is null)
            {
                Directory.Delete(left, recursive: true);
            }
            else
            {
                File.Delete(left);
            }
        }

        File.WriteAllText(OwnerFile(folder), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new RunFolder(held, new EmulationPaths(folder));
    }

    /// <summary>Notes for other ghafs that the device which is started here has no ports for orders.</summary>
    public void NoteRelease() => File.WriteAllText(ReleaseFile(Paths.Folder), "");

    /// <summary>Whether the device of this folder was noted to be a release.</summary>
    public static bool IsOfRelease(string folder) => File.Exists(ReleaseFile(folder));

    /// <summary>The process that runs the device of this folder; null if none does.</summary>
    public static int? RunningOwnerOf(string folder)
    {
        if (!File.Exists(LockOf(folder)))
        {
            return null;
        }

        using var free = StoreLock.TryTake(LockOf(folder));
        return free is null ? OwnerOf(folder) : null;
    }

    /// <summary>The logs stay for whoever wants to read them; sockets and what can be made anew go.</summary>
    public void Dispose()
    {
        var memory = new MachineMemory(Paths.Folder);
        File.Delete(memory.FirmwareVariables);
        if (Directory.Exists(memory.Tpm))
        {
            Directory.Delete(memory.Tpm, recursive: true);
        }

        foreach (var socket in Directory.EnumerateFiles(Paths.Folder, "*.sock"))
        {
            File.Delete(socket);
        }

        var root = Path.Combine(Paths.Folder, EmulatorSandbox.RootFolder);
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }

        File.Delete(OwnerFile(Paths.Folder));
        _held.Dispose();
    }

    // 0: the owner has the lock, and has not written its number yet.
    private static int OwnerOf(string folder) =>
        File.Exists(OwnerFile(folder)) && int.TryParse(File.ReadAllText(OwnerFile(folder)), out var pid) ? pid : 0;

    private static string LockOf(string folder) => Path.Combine(folder, "lock");

    private static string ReleaseFile(string folder) => Path.Combine(folder, "release");

    private static string OwnerFile(string folder) => Path.Combine(folder, "pid");
}
