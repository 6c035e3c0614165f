// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions.Compiling;

public class CompilerOutputTests
{
    [Fact]
    public void Shows_each_error_once_and_without_the_project() => Assert.Equal(
        "/w/devices/vm.cs(12,5): error CS1002: ; expected",
        CompilerOutput.Condense(
            """
            /w/devices/vm.cs(12,5): error CS1002: ; expected [/w/devices/vm.csproj]
            /w/devices/vm.cs(3,1): warning CS0105: The using directive appeared previously [/w/devices/vm.csproj]
            /w/devices/vm.cs(12,5): error CS1002: ; expected [/w/devices/vm.csproj]

            The build failed. Fix the build errors and run again.
            """));

    [Fact]
    public void Shows_everything_when_no_line_is_an_error() =>
        Assert.Equal("Unhandled exception.\nat Main", CompilerOutput.Condense("Unhandled exception.\n  at Main\n"));
}
