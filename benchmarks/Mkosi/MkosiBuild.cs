// SPDX-License-Identifier: Apache-2.0
using Ghaf.Benchmarks.Measuring;
using Ghaf.Benchmarks.Setup;

namespace Ghaf.Benchmarks.Mkosi;

/// <summary>The peer: one bootable disk by mkosi, in full and incrementally.</summary>
internal sealed class MkosiBuild(Workspace workspace, MkosiCommand mkosi)
{
    public string Disk => Path.Combine(mkosi.Folder, "out", "parity.raw");

    /// <summary>Everything it made before is gone afterwards.</summary>
    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await Folders.EmptyAsync(workspace.Mkosi, cancellation);
        mkosi.MakeFolders();
        foreach (var folder in (string[])["out", "cache", "packages", "mkosi.extra/etc"])
        {
            Directory.CreateDirectory(Path.Combine(mkosi.Folder, folder));
        }

        await File.WriteAllTextAsync(Path.Combine(mkosi.Folder, "mkosi.conf"), Definition(), cancellation);
        ChangeFile("0");
    }

    public async Task<string> VersionAsync(CancellationToken cancellation) =>
        (await mkosi.Of("--version").RunAsync(cancellation)).Output.Trim();

    public void ChangeFile(string content) =>
        File.WriteAllText(Path.Combine(mkosi.Folder, "mkosi.extra", "etc", "benchmark-file"), content + "\n");

    /// <summary>Builds anew what the last build made.</summary>
    /// <param name="incremental">Keeps and uses the state after the installation of packages.</param>
    public async Task<Timing> RunAsync(bool incremental, CancellationToken cancellation)
    {
        var command = mkosi.Of("--force", $"--incremental={(incremental ? "yes" : "no")}", "build");
        return (await Measured.RunAsync(command, cancellation)).Timing;
    }

    private string Definition() => $"""
        [Distribution]
        Distribution=debian
        Release={LocalRepository.Suite}
        LocalMirror=file://{workspace.Repository}

        [Output]
        Format=disk
        Output=parity
        OutputDirectory=out
        CacheDirectory=cache
        PackageCacheDirectory=packages
        WorkspaceDirectory=/var/tmp

        [Content]
        Bootable=yes
        Bootloader=uki
        KernelCommandLine=console=ttyS0 no_timer_check systemd.firstboot=no
        Packages={string.Join(',', Requests.Image)}

        """;
}
