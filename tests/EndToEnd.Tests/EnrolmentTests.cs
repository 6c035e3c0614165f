// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using System.Text.RegularExpressions;
using Ghaf.EndToEnd.Tests.Tampering;
using Ghaf.Exec;
using Ghaf.Images;
using Ghaf.SupplyChain;

namespace Ghaf.EndToEnd.Tests;

/// <summary>A firmware that knows no keys takes those of the image, by the signed updates in its EFI partition.</summary>
[Collection(Machine.Name)]
public sealed class EnrolmentTests(BuiltCheckout built)
{
    private const string Target = "vm-debug";
    private const string Pristine = "usr/share/OVMF/OVMF_VARS_4M.fd";
    private static readonly Regex Enrolled = new("Custom Secure Boot keys successfully enrolled");
    private static readonly Regex Never = new("(?!)");

    [Fact]
    [Trait("Run", "nightly")]
    public async Task A_firmware_without_keys_takes_ours_comes_up_with_Secure_Boot_on_and_takes_no_others_then()
    {
        var tools = await OpenToolsAsync();
        using (var open = await InSetupModeAsync(built.Disk, tools))
        {
            // What keeps these keys out below is not that they are damaged.
            await AddForeignKeysAsync(open);
            await EnrollAsync(open);
            Assert.Contains("CN=Somebody else PK", await VariablesAsync(open));
        }

        using var machine = await InSetupModeAsync(built.Disk, tools);
        await EnrollAsync(machine);
        var ours = $"CN=Ghaf {Path.GetFileName(built.Checkout.Folder)}";
        var variables = await VariablesAsync(machine);
        Assert.All(KeyFolder.Variables, variable => Assert.Contains($"{ours} {variable}", variables));

        // The EFI partition is not protected: whoever writes it asks for keys of his own, by force.
        await AddForeignKeysAsync(machine);
        await machine.AddAsync("::/loader/loader.conf", "timeout 0\nsecure-boot-enroll force\n");
        await using (var boot = new WatchedBoot(built.Checkout, Target, machine))
        {
            Assert.Null(await boot.UntilAsync(Never));
            Assert.DoesNotContain("Enrolling", boot.Console);
            var said = await boot.HostAsync("/bin/sh", "-c", "bootctl --no-pager status 2>&1 || true");
            Assert.Matches(@"Secure Boot: enabled \(user\)", said);
        }

        Assert.Equal(variables, await VariablesAsync(machine));
    }

    [Fact]
    public async Task A_firmware_without_keys_takes_Microsofts_certificates_if_they_are_asked_for()
    {
        var tools = await OpenToolsAsync();
        string[] microsofts = ["KEK CA 2011", "KEK 2K CA 2023", "UEFI CA 2011", "UEFI CA 2023"];
        try
        {
            using var added = await GhafRun.RunAsync(built.Checkout, ["secureboot", "enroll", "--microsoft"]);
            added.ShouldEndWith(0);
            Assert.All(microsofts, name => Assert.Contains(name, added.Output));
            using var build = await GhafRun.RunAsync(built.Checkout, ["build", Target, "--format", "json"]);
            build.ShouldEndWith(0);
            var disk = JsonDocument.Parse(build.Output).RootElement.GetProperty("disk").GetString()!;
            using var machine = await InSetupModeAsync(disk, tools);
            await EnrollAsync(machine);
            var variables = await VariablesAsync(machine);
            Assert.All(microsofts, name => Assert.Contains(name, variables));
        }
        finally
        {
            using var removed = await GhafRun.RunAsync(built.Checkout, ["secureboot", "enroll"]);
            removed.ShouldEndWith(0);
            Assert.DoesNotContain("Microsoft", removed.Output);
        }
    }

    private static async Task<TamperedMachine> InSetupModeAsync(string disk, Sandbox tools)
    {
        var machine = await TamperedMachine.CopyAsync(disk, tools);
        var variables = Path.Combine(machine.Folder, "firmware-variables.fd");
        File.Copy(Path.Combine(tools.ToolchainRoot, Pristine), variables);
        File.SetUnixFileMode(variables, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return machine;
    }

    // The boot loader resets the machine afterwards, which ends the run.
    private async Task EnrollAsync(TamperedMachine machine)
    {
        await using var boot = new WatchedBoot(built.Checkout, Target, machine);
        Assert.NotNull(await boot.UntilAsync(Enrolled));
    }

    private async Task AddForeignKeysAsync(TamperedMachine machine)
    {
        var foreign = new KeyFolder(Path.Combine(machine.Folder, "foreign", "secureboot"));
        CreateKeys.Run(foreign, "Somebody else", replace: false, TimeProvider.System);
        foreach (var variable in KeyFolder.Variables)
        {
            File.Copy(foreign.Update(variable), Path.Combine(machine.Scratch, variable));
            await machine.CopyInAsync(variable, $"::/loader/keys/auto/{variable}.auth");
        }
    }

    // name=PK guid=guid:EfiGlobalVariable size=736 time=2026-11-24 23:24:21+00:00
    //   siglist type=guid:EfiCertX509 count=1
    //     subject CN=Ghaf keys PK
    private static async Task<string> VariablesAsync(TamperedMachine machine)
    {
        var all = await machine.ToolAsync(
            "virt-fw-vars", "--input", "/machine/firmware-variables.fd", "--print", "--verbose");
        return string.Join("\n\n", all.Split("\n\n").Where(
            variable => KeyFolder.Variables.Any(name => variable.StartsWith($"name={name} ", StringComparison.Ordinal))));
    }

    private async Task<Sandbox> OpenToolsAsync() => await OpenToolchain.RunAsync(
        await PackageLock.LoadAsync(Path.Combine(built.Checkout.Folder, PackageLock.FileName)), new Store(), null, CancellationToken.None);
}
