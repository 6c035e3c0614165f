// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>Recognises a full file system in the failures of .NET and of tools.</summary>
internal static class DiskFull
{
    private const int NoSpaceLeft = 28; // ENOSPC
    private const int QuotaExceeded = 122; // EDQUOT

    // .NET gives no number when it asks for a file's room ahead; its texts are in English whatever the user's language.
    private const string NoRoomAhead = "because the disk was full.";

    /// <summary>The failure to throw instead, or null if it is something else. To be called before cleaning up.</summary>
    public static DiskFullException? Recognise(Exception failure, string folder)
    {
        for (var at = failure; at is not null; at = at.InnerException)
        {
            if (at is DiskFullException known)
            {
                return known;
            }

            if (at is IOException { HResult: NoSpaceLeft or QuotaExceeded }
                || (at is IOException && at.Message.EndsWith(NoRoomAhead, StringComparison.Ordinal))
                || (at is ToolFailedException tool && SaysFull(tool.ErrorEnd)))
            {
                var free = new ByteSize(new DriveInfo(folder).AvailableFreeSpace);
                return new DiskFullException(folder, MountPointOf(folder), free, failure);
            }
        }

        return null;
    }

    private static string MountPointOf(string folder) =>
        DriveInfo.GetDrives()
            .Select(drive => drive.Name)
            .Where(mount => folder == mount || folder.StartsWith(mount.TrimEnd('/') + "/", StringComparison.Ordinal))
            .MaxBy(mount => mount.Length) ?? "/";

    // As tools print it in the C locale, in which all of ours run.
    private static bool SaysFull(string text) =>
        text.Contains("No space left on device", StringComparison.Ordinal)
        || text.Contains("Disk quota exceeded", StringComparison.Ordinal);
}
