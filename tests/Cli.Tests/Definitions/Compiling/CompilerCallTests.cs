// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions.Compiling;

public class CompilerCallTests
{
    [Fact]
    public void Calls_the_compiler_as_in_the_file()
    {
        var checkout = new Checkout("/w");
        var definition = new DefinitionSource("vm", "/w/devices/vm.cs", "");
        var call = CompilerCall.For(checkout, SomeProject.Built, definition, ProgramFolder.Of(checkout, "vm"));
        Golden.Matches(
            "tests/Cli.Tests/Definitions/Compiling/compiler-call.txt", string.Join('\n', [call.Program, .. call.Arguments]) + "\n");
        Assert.Equal("/w", call.WorkingDirectory);
    }
}
