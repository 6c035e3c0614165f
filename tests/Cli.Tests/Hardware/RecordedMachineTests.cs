// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Ghaf.Cli.Hardware;
using Ghaf.Exec;
using Ghaf.Model;
using Ghaf.Modules.Hardware;

namespace Ghaf.Cli.Tests.Hardware;

/// <summary>The code in Scanned/ is compiled with these tests: what is written compiles as it is.</summary>
public class RecordedMachineTests
{
    public static TheoryData<string> Machines => RecordedMachine.Names;

    [Theory]
    [MemberData(nameof(Machines))]
    public void A_machine_becomes_the_code_in_the_file(string machine)
    {
        var hardware = RecordedMachine.Scan(machine).Hardware;
        Golden.Matches($"tests/Cli.Tests/Hardware/Scanned/{KebabCase.ToPascal(hardware.Name)}.cs", WriteHardwareCode.Of(hardware));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public void A_machine_becomes_the_JSON_in_the_file(string machine)
    {
        var report = HardwareReport.Of(RecordedMachine.Scan(machine));
        var json = JsonSerializer.Serialize(report, CliJson.Default.HardwareReport) + "\n";
        Golden.Matches($"tests/Cli.Tests/Hardware/{machine}.json", json);
    }

    public static TheoryData<string, HardwareSpec> Compiled => new()
    {
        { "emulated-machine", QemuStandardPcQ35Ich92009.Hardware },
        { "lenovo-thinkpad-t14-gen-3", LenovoThinkpadT14Gen3.Hardware },
        { "lenovo-thinkpad-x1-carbon-gen-11", LenovoThinkpadX1CarbonGen11.Hardware },
        { "nvidia-jetson-agx-orin-developer-kit", NvidiaJetsonAgxOrinDeveloperKit.Hardware },
    };

    [Theory]
    [MemberData(nameof(Compiled))]
    public void The_compiled_code_declares_what_was_scanned(string machine, HardwareSpec compiled) =>
        Assert.Equal(WriteHardwareCode.Of(RecordedMachine.Scan(machine).Hardware), WriteHardwareCode.Of(compiled));

    [Theory]
    [MemberData(nameof(Machines))]
    public void A_tree_of_files_gives_what_its_record_gives(string machine)
    {
        using var scratch = new ScratchFolder();
        RecordedMachine.Materialise(RecordedMachine.TextOf(machine), scratch.Path);
        AssertSame(machine, ScanMachine.Run(new FolderSource(scratch.Path), null, scratch.Path));
    }

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task The_recorder_records_all_that_a_scan_reads(string machine)
    {
        using var scratch = new ScratchFolder();
        RecordedMachine.Materialise(RecordedMachine.TextOf(machine), scratch.Path);
        AssertSame(machine, RecordedMachine.ScanText(await RecordAsync(scratch.Path)));
    }

    internal static async Task<string> RecordAsync(string root)
    {
        var result = await Command.Of("sh", "-c", Recorder.Script, "sh", root).RunAsync(TestContext.Current.CancellationToken);
        Assert.Empty(result.Error);
        return result.Output;
    }

    private static void AssertSame(string machine, ScannedMachine found)
    {
        var expected = RecordedMachine.Scan(machine);
        Assert.Equal(WriteHardwareCode.Of(expected.Hardware), WriteHardwareCode.Of(found.Hardware));
        Assert.Equal(expected.Warnings, found.Warnings);
    }
}
