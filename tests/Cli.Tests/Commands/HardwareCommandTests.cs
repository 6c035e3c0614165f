// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Ghaf.Cli.Hardware;
using Ghaf.Cli.Tests.Hardware;
using Ghaf.Exec;

namespace Ghaf.Cli.Tests.Commands;

public sealed class HardwareCommandTests : IDisposable
{
    private static readonly string Orin = RecordedMachine.FileOf("nvidia-jetson-agx-orin-developer-kit");

    private readonly SessionFor _run = new();
    private readonly ScratchFolder _scratch = new();

    public void Dispose()
    {
        _run.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task Writes_code_to_the_output_and_warnings_beside_it()
    {
        Assert.Equal(ExitCode.Success, await RunAsync("--recorded", Orin));
        Assert.Equal(File.ReadAllText(RecordedMachine.PathOf("Scanned/NvidiaJetsonAgxOrinDeveloperKit.cs")), _run.Output.ToString());
        Assert.Equal(
            "! A board does not know the file that its device tree is from.\n"
            + "    Write DeviceTree: the .dtb's path under the kernel's arch/…/boot/dts.\n",
            _run.Error.ToString());
    }

    [Fact]
    public async Task Writes_JSON_if_asked_and_the_name_that_is_given()
    {
        Assert.Equal(ExitCode.Success, await RunAsync("--recorded", Orin, "--name", "our-board", "--format", "json"));
        using var json = JsonDocument.Parse(_run.Output.ToString());
        Assert.Equal("our-board", json.RootElement.GetProperty("name").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("warnings").GetArrayLength());
    }

    [Fact]
    public async Task Reads_a_root_and_writes_a_file()
    {
        RecordedMachine.Materialise(File.ReadAllText(Orin), _scratch.File("root"));
        Assert.Equal(ExitCode.Success, await RunAsync("--root", _scratch.File("root"), "-o", _scratch.File("Board.cs")));
        Assert.Equal(
            File.ReadAllText(RecordedMachine.PathOf("Scanned/NvidiaJetsonAgxOrinDeveloperKit.cs")), File.ReadAllText(_scratch.File("Board.cs")));
        Assert.Empty(_run.Output.ToString());
    }

    [Fact]
    public async Task Prints_the_recorder()
    {
        Assert.Equal(ExitCode.Success, await RunAsync("--print-recorder"));
        Assert.Equal(Recorder.Script, _run.Output.ToString());
        Assert.StartsWith("#!/bin/sh\n", Recorder.Script);
    }

    [Theory]
    [InlineData(ExitCode.Usage, "“Our Board” is no name of a machine", "--name", "Our Board")]
    [InlineData(ExitCode.Usage, "not from both", "--root", "/", "--recorded", "x")]
    [InlineData(ExitCode.Usage, "/nowhere/x cannot be read", "--recorded", "/nowhere/x")]
    [InlineData(ExitCode.Environment, "/nowhere says nothing of a processor", "--root", "/nowhere")]
    public async Task Rejects_what_cannot_be_scanned_and_says_why(ExitCode status, string said, params string[] arguments)
    {
        Assert.Equal(status, await RunAsync(arguments));
        Assert.Contains(said, _run.Error.ToString());
        Assert.Empty(_run.Output.ToString());
    }

    [Fact]
    public async Task Rejects_an_output_that_cannot_be_written()
    {
        Assert.Equal(ExitCode.Usage, await RunAsync("--recorded", Orin, "-o", _scratch.File("missing/Board.cs")));
        Assert.Contains("cannot be written", _run.Error.ToString());
    }

    private async Task<ExitCode> RunAsync(params string[] arguments) =>
        (ExitCode)await CommandLine.RunAsync(["hardware", "scan", .. arguments], _run.Session);
}
