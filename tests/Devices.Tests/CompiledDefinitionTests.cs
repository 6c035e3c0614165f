// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Cli;
using Ghaf.Model;

namespace Ghaf.Devices.Tests;

/// <summary>What <c>ghaf</c> does with a definition: it calls the compiler itself, and must give what the SDK gives.</summary>
public sealed class CompiledDefinitionTests : IDisposable
{
    private static readonly Checkout Checkout = Checkout.Find(SourceTree.Root);
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Gives_the_plan_that_the_SDK_gives()
    {
        var targets = await RunAsync(File.ReadAllText(Checkout.DefinitionOf("vm")));
        var shipped = PlanJson.Read(File.ReadAllText(SourceTree.PathOf("tests/Devices.Tests/vm-debug.plan.json")));
        var plan = targets.Single(target => target.Name == "vm-debug").Result.Plan!;

        // The lines are the same, the folder is not.
        Assert.Equal(PlanJson.Write(shipped with { Origins = [] }), PlanJson.Write(plan with { Origins = [] }));
        Assert.Equal(shipped.Origins.Select(o => o.Of), plan.Origins.Select(o => o.Of));
    }

    [Fact]
    public async Task Says_in_which_line_a_mistake_is()
    {
        var text = File.ReadAllText(Checkout.DefinitionOf("vm")).Replace("\"curl-vm\"", "\"Curl VM\"");
        var mistake = Assert.Single((await RunAsync(text))[0].Result.Diagnostics);
        Assert.Equal("GHAF001", mistake.Id);
        Assert.EndsWith("vm.cs", mistake.File);
        Assert.Equal("Curl VM", text.Split('\n')[mistake.Line - 1].Split('"')[1]);
    }

    [Fact]
    public async Task Says_in_which_line_an_error_of_the_compiler_is()
    {
        var text = File.ReadAllText(Checkout.DefinitionOf("vm")) + "\nint unfinished =\n";
        var line = text.Split('\n').Length - 1;
        var failure = await Assert.ThrowsAsync<DefinitionBrokenException>(() => RunAsync(text));
        Assert.Contains($"vm.cs({line},17): error CS1733: Expected expression", failure.What);
    }

    // The file lies elsewhere, so that the checkout's own is not changed.
    private Task<ImmutableArray<SealedTarget>> RunAsync(string text)
    {
        var file = Path.Combine(_folder, "vm.cs");
        text = text.Replace("#:project ../modules/", $"#:project {Checkout.Root}/modules/");
        File.WriteAllText(file, text);
        var definition = new DefinitionSource("vm", file, text);
        Assert.True(RunCompiled.Understands(Checkout, definition));
        return new RunDefinition(Checkout, new RunCompiled(Checkout), TimeProvider.System)
            .RunAsync(definition, () => { }, TestContext.Current.CancellationToken);
    }
}
