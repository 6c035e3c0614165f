// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.EndToEnd.Tests.Tampering;

/// <summary>An emulated machine of its own, with a copy of a device's disk on which somebody has laid hands.</summary>
internal sealed class TamperedMachine : IDisposable
{
    private readonly Sandbox _tools;

    private TamperedMachine(Sandbox tools, string folder)
    {
        _tools = tools;
        Folder = folder;
        Scratch = Directory.CreateDirectory(Path.Combine(folder, "scratch")).FullName;
    }

    /// <summary>Seen by tools as <c>/scratch</c>.</summary>
    public string Scratch { get; }

    /// <summary>For <c>ghaf run --machine</c>.</summary>
    public string Folder { get; }

    public string Disk => Path.Combine(Folder, "disk.raw");

    /// <param name="disk">The built disk.</param>
    public static async Task<TamperedMachine> CopyAsync(string disk, Sandbox tools)
    {
        var machine = new TamperedMachine(tools, Directory.CreateTempSubdirectory("ghaf-m-").FullName);
        await (tools with
        {
            ReadOnlyBind = [new BindMount(disk, "/from.raw")], Bind = [new BindMount(machine.Folder, "/to")],
        }).Wrap("/usr/bin/cp", "--sparse=always", "/from.raw", "/to/disk.raw").RunAsync();
        File.SetUnixFileMode(machine.Disk, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        // What a kept machine was made of: otherwise its disk would be replaced by the built one.
        await File.WriteAllTextAsync(Path.Combine(machine.Folder, "image"), disk);
        return machine;
    }

    public DiskPartition Partition(string label) => PartitionTable.Read(Disk).Single(partition => partition.Label == label);

    /// <summary>One bit, at a place of a partition.</summary>
    public void Flip(string label, long offset)
    {
        var at = Partition(label).Offset + offset;
        using var file = File.Open(Disk, FileMode.Open, FileAccess.ReadWrite);
        file.Position = at;
        var value = file.ReadByte();
        file.Position--;
        file.WriteByte((byte)(value ^ 1));
    }

    /// <summary>Takes a file of the EFI system partition, and puts back what is made of it.</summary>
    public async Task ChangeAsync(string path, Func<byte[], Task<byte[]>> change)
    {
        var file = Path.Combine(Scratch, "file");
        await ToolAsync("mcopy", "-n", "-i", Esp, path, "/scratch/file");
        await File.WriteAllBytesAsync(file, await change(await File.ReadAllBytesAsync(file)));
        await CopyInAsync("file", path);
        File.Delete(file);
    }

    /// <summary>Puts a text into the EFI system partition.</summary>
    public async Task AddAsync(string path, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(Scratch, "file"), text);
        await CopyInAsync("file", path);
    }

    public Task MakeFolderAsync(string path) => ToolAsync("mmd", "-i", Esp, path);

    /// <summary>Puts a file of <see cref="Scratch"/> there.</summary>
    public Task CopyInAsync(string name, string path) => ToolAsync("mcopy", "-o", "-i", Esp, $"/scratch/{name}", path);

    /// <summary>The path of the only image there.</summary>
    public async Task<string> HostProgramAsync()
    {
        // ::/EFI/Linux/ghaf_20261124.021215+3.efi
        var found = await ToolAsync("mdir", "-b", "-i", Esp, "::/EFI/Linux");
        return found.Split('\n').Single(line => line.Contains("ghaf_")).Trim();
    }

    public async Task<string> ToolAsync(string program, params string[] arguments) => (await (_tools with
    {
        Bind = [new BindMount(Disk, "/disk.raw"), new BindMount(Scratch, "/scratch"), new BindMount(Folder, "/machine")],
    }).Wrap($"/usr/bin/{program}", arguments).RunAsync()).Output;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Esp => $"/disk.raw@@{Partition("esp").Offset}";
}
