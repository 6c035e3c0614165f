// SPDX-License-Identifier: Apache-2.0
using Ghaf.Guest.Processes;

namespace Ghaf.Guest.Tests;

public class RunProgramTests
{
    private readonly RunProgram _programs = new();

    [Fact]
    public async Task Arguments_are_an_element_each()
    {
        var result = await _programs.RunAsync("/usr/bin/printf", ["%s|", "a b", "$HOME", "`id`"], Some.Limit, default);
        Assert.Equal(new ProgramResult(0, "a b|$HOME|`id`|", ""), result);
    }

    [Fact]
    public async Task A_program_that_fails_tells_why()
    {
        var result = await _programs.RunAsync("/bin/sh", ["-c", "echo no >&2; exit 3"], Some.Limit, default);
        Assert.Equal(new ProgramResult(3, "", "no\n"), result);
    }

    [Fact]
    public async Task A_program_that_does_not_exist_fails()
    {
        var result = await _programs.RunAsync("/nowhere/program", [], Some.Limit, default);
        Assert.Equal(127, result.ExitCode);
        Assert.Contains("/nowhere/program", result.Error);
    }

    [Fact]
    public async Task A_program_that_does_not_end_is_killed()
    {
        var result = await _programs.RunAsync("/bin/sleep", ["1000"], TimeSpan.FromMilliseconds(200), default).WaitAsync(Some.Limit);
        Assert.Null(result.ExitCode);
    }

    [Fact]
    public async Task Output_is_kept_only_so_far()
    {
        var result = await _programs.RunAsync("/bin/sh", ["-c", "head -c 1000000 /dev/zero | tr '\\0' x"], Some.Limit, default);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(RunProgram.MaximumOutput, result.Output.Length);
    }
}
