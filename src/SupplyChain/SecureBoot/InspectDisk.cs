// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.SupplyChain;

/// <summary>What is signed by whom on a device's disk.</summary>
public static class InspectDisk
{
    /// <param name="disk">A disk image with a GPT.</param>
    /// <param name="keys">What the firmware trusts.</param>
    /// <param name="tools">A sandbox with the toolchain.</param>
    /// <exception cref="NoBootPartitionException">The disk has no EFI system partition.</exception>
    public static async Task<ImmutableArray<SignedProgram>> RunAsync(
        string disk, EnrolledKeys keys, Sandbox tools, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tools);
        var partition = PartitionTable.Read(disk).FirstOrDefault(found => found.Type == PartitionTable.EfiSystem)
            ?? throw new NoBootPartitionException(disk);
        var folder = Directory.CreateTempSubdirectory("ghaf-esp-").FullName;
        try
        {
            var sandbox = tools with
            {
                ReadOnlyBind = tools.ReadOnlyBind.Add(new BindMount(disk, "/disk.raw")),
                Bind = tools.Bind.Add(new BindMount(folder, "/esp")),
            };
            await sandbox.Wrap("/usr/bin/mcopy", "-s", "-n", "-Q", "-i", $"/disk.raw@@{partition.Offset}", "::/EFI", "/esp/")
                .RunAsync(cancellation).ConfigureAwait(false);
            return
            [
                .. from file in Directory.EnumerateFiles(folder, "*.efi", Everywhere).Order(StringComparer.Ordinal)
                   select ReadSignatures.Run(File.ReadAllBytes(file), Path.GetRelativePath(folder, file), keys),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        MatchCasing = MatchCasing.CaseInsensitive,
    };
}
