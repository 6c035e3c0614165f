// SPDX-License-Identifier: Apache-2.0
using System.ComponentModel;

namespace Ghaf.Host.Native;

/// <summary>Mounts file systems, for data only: no program, no device file and no setuid bit of theirs counts.</summary>
internal static class FileSystem
{
    /// <param name="device">The device file.</param>
    /// <param name="folder">Made when it is not there.</param>
    /// <param name="type">Such as <c>vfat</c>.</param>
    /// <exception cref="Win32Exception">It does not mount.</exception>
    public static void Mount(string device, string folder, string type, bool readOnly)
    {
        Directory.CreateDirectory(folder);
        var flags = LibC.MountNoSuid | LibC.MountNoDevices | LibC.MountNoPrograms | (readOnly ? LibC.MountReadOnly : 0);
        if (LibC.Mount(device, folder, type, (nuint)flags, null) != 0)
        {
            throw Descriptor.Failure($"{device} does not mount at {folder}");
        }
    }

    /// <exception cref="Win32Exception">It is in use.</exception>
    public static void Unmount(string folder)
    {
        if (LibC.Unmount(folder, 0) != 0)
        {
            throw Descriptor.Failure($"{folder} does not unmount");
        }
    }
}
