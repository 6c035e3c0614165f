// SPDX-License-Identifier: Apache-2.0
using System.Buffers.Binary;
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.SupplyChain;

namespace Ghaf.EndToEnd.Tests.Tampering;

/// <summary>All attempts.</summary>
internal sealed class Attempts(Sandbox tools, FreshCheckout checkout)
{
    private const string Debug = "vm-debug";
    private const string Release = "vm-release";
    private const string Refused = "[Aa]ccess [Dd]enied";
    private const string Firmware = "firmware, asked by the boot loader";
    private const string Verity = "dm-verity in the kernel";
    private const string Corrupted = "block [0-9]+ is corrupted";
    private const string Intruder = "init=/bin/sh";
    private const int Superblock = 1024;
    private const uint Erofs = 0xe0f5e1e2;

    public IReadOnlyList<Attempt> All =>
    [
        new("a bit of the boot loader", "firmware", Refused, Debug,
            machine => machine.ChangeAsync("::/EFI/BOOT/BOOTX64.EFI", program => Task.FromResult(PortableProgram.Flipped(program, ".text")))),
        new("a bit of the kernel in the UKI", Firmware, Refused, Debug, OfProgram(program => PortableProgram.Flipped(program, ".linux"))),
        new("the command line in the UKI", Firmware, Refused, Debug,
            OfProgram(program => PortableProgram.Replaced(program, ".cmdline", "quiet", "debug"))),
        new("the UKI, replaced by an unsigned one", Firmware, Refused, Debug, OfProgram(PortableProgram.Unsigned)),
        new("the UKI, signed with another key", Firmware, Refused, Debug,
            async machine => await machine.ChangeAsync(await machine.HostProgramAsync(), SignWithAnotherKeyAsync)),
        new("nothing, but the UKI is old and its hash in dbx", Firmware, Refused, Debug, RevokeAsync),
        new("a boot entry that starts a kernel without a signature", Firmware, Refused, Debug,
            machine => AddEntryAsync(machine, "linux", "/kernel.efi")),
        new("a boot entry with a command line of its own", "the UKI itself, which uses none but its own under Secure Boot",
            $"^(?!.*{Intruder}).*ghaf", Debug,
            async machine => await AddEntryAsync(machine, "efi", (await machine.HostProgramAsync())[2..]), Ignored: true),
        new("a bit of the host's root", Verity, Corrupted, Release, FlipRootAsync),
        new("a bit of a VM's image", Verity, Corrupted, Release, FlipVmAsync),
        new("a bit of the hash tree", Verity, Corrupted, Release, FlipTreeAsync),
        new("the host's root, taken away", "the kernel's watchdog: it would wait for ever", "Software Watchdog Timer expired", Release,
            ForgetRootAsync),
    ];

    private static Func<TamperedMachine, Task> OfProgram(Func<byte[], byte[]> change) => async machine =>
        await machine.ChangeAsync(await machine.HostProgramAsync(), program => Task.FromResult(change(program)));

    private async Task<byte[]> SignWithAnotherKeyAsync(byte[] program)
    {
        var scratch = Directory.CreateTempSubdirectory("ghaf-other-").FullName;
        try
        {
            var other = new KeyFolder(Path.Combine(scratch, "keys", "secureboot"));
            CreateKeys.Run(other, "Somebody else", replace: false, TimeProvider.System);
            var bare = Path.Combine(scratch, "bare.efi");
            var signed = Path.Combine(scratch, "signed.efi");
            await File.WriteAllBytesAsync(bare, PortableProgram.Unsigned(program));
            await new SignWithKeyFile(other).SignAsync(tools, bare, signed, CancellationToken.None);
            return await File.ReadAllBytesAsync(signed);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private async Task RevokeAsync(TamperedMachine machine)
    {
        var folder = KeyFolder.In(checkout.Folder);
        var keys = ReadKeys.Run(folder);
        var hash = "";
        await machine.ChangeAsync(await machine.HostProgramAsync(), program =>
        {
            hash = ReadSignatures.Run(program, "", keys).Hash!;
            return Task.FromResult(program);
        });
        foreach (var variable in KeyFolder.Variables)
        {
            File.Copy(folder.Certificate(variable), Path.Combine(machine.Scratch, variable));
        }

        await machine.ToolAsync("virt-fw-sigdb", "--add-hash", $"{keys.Owner}", hash, "--output", "/scratch/hashes");

        // The tool takes the form of a signed update, and no signature: it is the firmware's owner here.
        var hashes = await File.ReadAllBytesAsync(Path.Combine(machine.Scratch, "hashes"));
        await File.WriteAllBytesAsync(Path.Combine(machine.Scratch, "dbx"), [.. UpdateHeader(), .. hashes]);
        await machine.ToolAsync(
            "virt-fw-vars", "--input", "/usr/share/OVMF/OVMF_VARS_4M.fd", "--output", "/machine/firmware-variables.fd", "--secure-boot",
            "--set-pk", $"{keys.Owner}", "/scratch/PK", "--add-kek", $"{keys.Owner}", "/scratch/KEK",
            "--add-db", $"{keys.Owner}", "/scratch/db", "--set-dbx", "/scratch/dbx");
    }

    // EFI_VARIABLE_AUTHENTICATION_2 (UEFI 2.10, 8.2.2): the time, then a certificate of its header alone.
    private static byte[] UpdateHeader()
    {
        var header = new byte[40];
        BinaryPrimitives.WriteUInt16LittleEndian(header, 2026);
        (header[2], header[3]) = (1, 1);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), 24);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), 0x0200);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), 0x0ef1);
        new Guid("4aafd29d-68df-49ee-8aa9-347d375665a7").TryWriteBytes(header.AsSpan(24));
        return header;
    }

    // The entry comes before all others, whatever the boot loader would choose by itself.
    private static async Task AddEntryAsync(TamperedMachine machine, string kind, string program)
    {
        var bare = Path.Combine(machine.Scratch, "bare");
        await machine.ChangeAsync(await machine.HostProgramAsync(), async image =>
        {
            await File.WriteAllBytesAsync(bare, PortableProgram.Unsigned(image));
            return image;
        });
        await machine.CopyInAsync("bare", "::/kernel.efi");
        await machine.MakeFolderAsync("::/loader/entries");
        await machine.AddAsync("::/loader/entries/intruder.conf", $"title Intruder\n{kind} {program}\noptions {Intruder}\n");
        await machine.AddAsync("::/loader/loader.conf", "timeout 0\ndefault intruder.conf\n");
    }

    private static Task FlipRootAsync(TamperedMachine machine)
    {
        machine.Flip("vm-release-a", Superblock + 64);
        return Task.CompletedTask;
    }

    private static Task ForgetRootAsync(TamperedMachine machine)
    {
        ForgottenPartition.Forget(machine.Disk, machine.Partition("vm-release-a").Identifier);
        return Task.CompletedTask;
    }

    private static Task FlipTreeAsync(TamperedMachine machine)
    {
        // Its first block is the superblock, the second the top of the tree.
        machine.Flip("vm-release-a-verity", 4096 + 8);
        return Task.CompletedTask;
    }

    // The images of VMs lie in the host's as they are: file systems with a superblock each.
    private static Task FlipVmAsync(TamperedMachine machine)
    {
        var partition = machine.Partition("vm-release-a");
        using (var file = File.OpenRead(machine.Disk))
        {
            var word = new byte[4];
            for (long block = 4096; block < partition.Size; block += 4096)
            {
                file.Position = partition.Offset + block + Superblock;
                file.ReadExactly(word);
                if (BinaryPrimitives.ReadUInt32LittleEndian(word) == Erofs)
                {
                    file.Close();
                    machine.Flip("vm-release-a", block + Superblock + 64);
                    return Task.CompletedTask;
                }
            }
        }

        throw new InvalidOperationException("The root has no image of a VM in it.");
    }
}
