// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Cli;

/// <summary>
/// Calls the C# compiler itself for the one file of the definition. Its project is built by MSBuild once; after an edit of
/// the definition, MSBuild would take most of the time to find that out.
/// </summary>
internal sealed class RunCompiled(Checkout checkout) : IRunDefinition
{
    private readonly BuildProject _build = new(checkout);

    /// <summary>
    /// Whether we know all that the file says about its compilation. Anything else is left to the SDK: properties, another
    /// kind of SDK, more files, and settings that are only for the folder of the definitions.
    /// </summary>
    public static bool Understands(Checkout checkout, DefinitionSource definition) =>
        definition.Projects.Length + definition.Packages.Length > 0
        && definition.Projects.All(project => project.EndsWith(".csproj", StringComparison.Ordinal) && File.Exists(project))
        && definition.Directives.All(line => line is ("project" or "package", _) or ("property", "PublishAot=false"))
        && !Directory.EnumerateFiles(checkout.Devices).Any(file => Path.GetExtension(file) is ".props" or ".targets" or ".rsp");

    public async Task<CommandResult> RunAsync(DefinitionSource definition, CancellationToken cancellation)
    {
        var key = DefinitionKey.OfProjects(checkout, definition);
        var project = await _build.RunAsync(DefinitionProject.Of(checkout, definition), key, cancellation)
            .ConfigureAwait(false);
        var folder = ProgramFolder.Of(checkout, definition.Device);
        var programKey = $"{project.Key} {DefinitionKey.Of(checkout, definition).Hex}";
        if (!folder.IsOf(programKey))
        {
            folder.Prepare(project);
            var compiled = await CompilerCall.For(checkout, project, definition, folder).RunAsync(cancellation).ConfigureAwait(false);
            if (compiled.Status != 0)
            {
                return compiled;
            }

            folder.MarkCompiled(programKey);
        }

        return await new Command(project.DotNet, ["exec", folder.Program, IRunDefinition.Question])
        {
            Environment = SdkEnvironment.Quiet(),
            WorkingDirectory = checkout.Root,
            FailureThrows = false,
        }.RunAsync(cancellation).ConfigureAwait(false);
    }
}
