// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;

namespace Ghaf.Cli.Tests.Definitions.Compiling;

public class ProgramFolderTests
{
    [Fact]
    public void Holds_what_a_program_needs_and_nothing_from_before()
    {
        using var scratch = new ScratchFolder();
        var folder = ProgramFolder.Of(new Checkout(scratch.Path), "vm");
        scratch.Write("artifacts/definitions/programs/vm/old.dll", "");
        folder.Prepare(SomeProject.Built with { Libraries = [scratch.Write("bin/Ghaf.Modules.dll", "library")] });
        Assert.Equal(
            ["Ghaf.Modules.dll", "vm.definition.runtimeconfig.json", "vm.usings.cs"],
            Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var config = JsonDocument.Parse(File.ReadAllText(folder.RuntimeConfig));
        var options = config.RootElement.GetProperty("runtimeOptions");
        Assert.Equal("10.0.0", options.GetProperty("framework").GetProperty("version").GetString());
        Assert.True(options.GetProperty("configProperties").GetProperty("System.Globalization.Invariant").GetBoolean());
    }

    [Fact]
    public void Knows_for_what_its_program_was_compiled()
    {
        using var scratch = new ScratchFolder();
        var folder = ProgramFolder.Of(new Checkout(scratch.Path), "vm");
        folder.Prepare(SomeProject.Built with { Libraries = [] });
        Assert.False(folder.IsOf("one"));
        File.WriteAllText(folder.Program, "");
        folder.MarkCompiled("one");
        Assert.True(folder.IsOf("one"));
        Assert.False(folder.IsOf("two"));
        File.Delete(folder.Program);
        Assert.False(folder.IsOf("one"));
        folder.Prepare(SomeProject.Built with { Libraries = [] });
        File.WriteAllText(folder.Program, "");
        Assert.False(folder.IsOf("one"));
    }
}
