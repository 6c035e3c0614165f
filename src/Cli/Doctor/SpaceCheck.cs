// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>Whether the store has room for packages and images.</summary>
internal sealed class SpaceCheck : IDoctorCheck
{
    private static readonly ByteSize Least = 6.GiB;

    public Task<DoctorFinding> CheckAsync(CancellationToken cancellation)
    {
        var store = StoreLocation.Default();
        var present = store;
        while (!Directory.Exists(present))
        {
            present = Path.GetDirectoryName(present) ?? "/";
        }

        var free = new ByteSize(new DriveInfo(present).AvailableFreeSpace);
        return Task.FromResult(new DoctorFinding(
            "Disk space", free >= Least, Needed: true, $"{free} free for {store}", $"Make room for {Least}, or set GHAF_STORE to another disk."));
    }
}
