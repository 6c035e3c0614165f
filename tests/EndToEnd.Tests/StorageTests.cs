// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Ghaf.EndToEnd.Tests.Tampering;

namespace Ghaf.EndToEnd.Tests;

/// <summary>What a device keeps: encrypted, open to this machine and to what its owner signed, and to nobody else.</summary>
[Collection(Machine.Name)]
[Trait("Run", "nightly")]
public partial class StorageTests(BuiltCheckout built)
{
    private const string Library = "/usr/lib/x86_64-linux-gnu/pkcs11/libtpm2_pkcs11.so";

    [Fact]
    public async Task Storage_opens_for_its_machine_also_after_an_update_and_for_no_other_machine()
    {
        var checkout = built.Checkout;
        checkout.Write("devices/keep.cs", Definition);
        using var folder = new EmptyStore();
        var machine = Path.Combine(folder.Folder, "machine");
        using var locked = await GhafRun.RunAsync(checkout, ["lock", "keep-debug"]);
        locked.ShouldEndWith(0);

        // A new machine: the storage is made, and a key of the VM's own TPM in it.
        using (var first = await BootAsync(machine))
        {
            Assert.Contains("recovery key", first.Error);
            Assert.DoesNotMatch(RecoveryKey(), first.Error + first.Output);
            var tokens = await ExecAsync("host", "cryptsetup luksDump /dev/disk/by-partlabel/state");
            Assert.Contains("systemd-tpm2", tokens);
            Assert.Contains("systemd-recovery", tokens);
            await ExecAsync("keep-vm", "echo kept > /var/lib/keep/word && sync");
            await ExecAsync("keep-vm", MakeKey);
            await EndAsync(first);
        }

        // An update: the TPM measures another image, which the same owner signed.
        checkout.TouchConfiguration();
        using (var updated = await BootAsync(machine))
        {
            Assert.Equal("kept", (await ExecAsync("keep-vm", "cat /var/lib/keep/word")).Trim());
            Assert.Contains("signed by the TPM", await ExecAsync("keep-vm", UseKey));
            await EndAsync(updated);
        }

        // Another machine with this one's disk: all of it but the TPM.
        var other = Path.Combine(folder.Folder, "other");
        Directory.Move(machine, other);
        Directory.Delete(Path.Combine(other, "tpm"), recursive: true);
        using var moved = GhafRun.Start(checkout, ["run", "keep-debug", "--machine", other]);
        await moved.UntilSaysAsync("keep-vm: failed");
        await EndAsync(moved);
        Assert.Contains(MovedStorage.Trace, moved.Output);
        File.Delete(Path.Combine(checkout.Folder, "devices/keep.cs"));
    }

    private async Task<GhafRun> BootAsync(string machine)
    {
        var run = GhafRun.Start(built.Checkout, ["run", "keep-debug", "--machine", machine]);
        await run.UntilSaysAsync("keep-vm: ready");
        return run;
    }

    private static async Task EndAsync(GhafRun run)
    {
        run.Signal("INT");
        Assert.True(await run.EndAsync() == 0, run.Error + run.Output);
    }

    private async Task<string> ExecAsync(string system, string script)
    {
        using var run = await GhafRun.RunAsync(
            built.Checkout, ["vm", "exec", system, "--format", "json", "--", "/bin/sh", "-c", script]);
        run.ShouldEndWith(0);
        var output = JsonDocument.Parse(run.Output).RootElement;
        Assert.True(output.GetProperty("exitCode").GetInt32() == 0, run.Output);
        return output.GetProperty("text").GetString()!;
    }

    private const string Environment = "export TPM2_PKCS11_STORE=/var/lib/keep/pkcs11 TPM2_PKCS11_TCTI=device:/dev/tpmrm0; ";

    private const string MakeKey = Environment + """
        set -e
        mkdir $TPM2_PKCS11_STORE
        tpm2_ptool init
        tpm2_ptool addtoken --pid=1 --label=keep --sopin=so --userpin=user
        tpm2_ptool addkey --label=keep --userpin=user --algorithm=ecc256 --key-label=key
        """;

    private const string UseKey = Environment + $"""
        set -e
        cd /tmp
        echo text > text
        pkcs11-tool --module {Library} --token-label keep --login --pin user --label key --sign \
          --mechanism ECDSA-SHA256 --signature-format openssl --input-file text --output-file text.sig
        pkcs11-tool --module {Library} --token-label keep --label key --read-object --type pubkey --output-file key.der
        openssl dgst -sha256 -verify key.der -keyform DER -signature text.sig text && echo signed by the TPM
        """;

    private const string Definition = """
        #!/usr/bin/env -S dotnet --
        #:project ../modules/Ghaf.Modules.csproj
        #:property PublishAot=false
        using Ghaf.Model;
        using Ghaf.Modules;
        using Ghaf.Modules.Hardware;

        return Definition.Run(args, Reference.Device("keep", EmulatedMachine.X86,
        [
            VmSpec.Named("keep-vm").NoRoute().Tpm()
                .Volumes([new Volume("keep", 64.MiB, "/var/lib/keep")])
                .Packages(["libtpm2-pkcs11-1", "libtpm2-pkcs11-tools", "opensc", "openssl"]),
        ]));
        """;

    [GeneratedRegex("([a-z]{8}-){7}[a-z]{8}")]
    private static partial Regex RecoveryKey();
}
