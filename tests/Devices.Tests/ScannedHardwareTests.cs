// SPDX-License-Identifier: Apache-2.0
using Ghaf.Cli;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Devices.Tests;

/// <summary>A laptop that nobody has described: its scan is the hardware of a device as it is.</summary>
public sealed class ScannedHardwareTests : IDisposable
{
    private const string Class = "LenovoThinkpadX1CarbonGen11";
    private static readonly Checkout Checkout = Checkout.Find(SourceTree.Root);
    private static readonly string Code = SourceTree.PathOf($"tests/Cli.Tests/Hardware/Scanned/{Class}.cs");

    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_scanned_laptop_is_sealed_beside_its_definition()
    {
        var text = $"""
            #:project {Checkout.Root}/modules/Ghaf.Modules.csproj
            using Ghaf.Modules;
            using Ghaf.Modules.Hardware;
            using Ghaf.Modules.SystemVms;

            return Definition.Run(args, Reference.Device("laptop", {Class}.Hardware, [NetVm.With({Class}.Wifi)]));
            """;
        var file = Path.Combine(_folder, "laptop.cs");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        var targets = await new RunDefinition(Checkout, new RunWithCode(Code), TimeProvider.System)
            .RunAsync(new DefinitionSource("laptop", file, text), () => { }, TestContext.Current.CancellationToken);
        var result = targets.Single(target => target.Name == "laptop-debug").Result;
        Assert.Empty(result.Diagnostics);
        Assert.Equal("lenovo-thinkpad-x1-carbon-gen-11", result.Plan!.Hardware.Name);
        Assert.Equal(PciAddress.Parse("0000:00:14.3"), Assert.Single(result.Plan.Passthrough).Device.Address);
        Assert.Contains("nvme", result.Plan.Host.BootModules);
    }

    /// <summary>Compiles one more file with a definition.</summary>
    private sealed class RunWithCode(string code) : IRunDefinition
    {
        public async Task<CommandResult> RunAsync(DefinitionSource definition, CancellationToken cancellation)
        {
            var key = DefinitionKey.OfProjects(Checkout, definition);
            var project = await new BuildProject(Checkout).RunAsync(definition.Projects.Single(), key, cancellation);
            var folder = ProgramFolder.Of(Checkout, definition.Device);
            folder.Prepare(project);
            var call = CompilerCall.For(Checkout, project, definition, folder);
            var compiled = await (call with { Arguments = [.. call.Arguments, code] }).RunAsync(cancellation);
            return compiled.Status != 0
                ? compiled
                : await (Command.Of(project.DotNet, "exec", folder.Program, IRunDefinition.Question) with { FailureThrows = false })
                    .RunAsync(cancellation);
        }
    }
}
