// SPDX-License-Identifier: Apache-2.0
using System.Text.Json;
using Ghaf.Exec;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>Builds the project that definitions refer to, if its sources have changed since.</summary>
internal sealed class BuildProject(Checkout checkout)
{
    // Apart from a developer's own builds, which may run at the same time.
    private readonly string _folder = Path.Combine(checkout.Artifacts, "definitions");

    /// <param name="project">The path of a .csproj.</param>
    /// <param name="key">Of its sources.</param>
    /// <exception cref="DefinitionBrokenException">It does not compile.</exception>
    public async Task<CompiledProject> RunAsync(string project, Sha256 key, CancellationToken cancellation)
    {
        var remembered = Path.Combine(_folder, Path.GetFileNameWithoutExtension(project) + ".json");

        // With the folder, for paths in it are remembered: a copy of a checkout must not use the other's assemblies.
        var fullKey = $"{key.Hex} {checkout.Root}";
        if (Known(remembered) is { } known && known.Key == fullKey && known.IsWhole())
        {
            return known;
        }

        var result = await CommandFor(project).RunAsync(cancellation).ConfigureAwait(false);
        if (result.Status != 0)
        {
            throw new DefinitionBrokenException(
                Path.GetRelativePath(checkout.Root, project), CompilerOutput.Condense(result.Output + "\n" + result.Error));
        }

        var built = BuiltValues.Read(result.Output).ToProject(fullKey);
        await File.WriteAllTextAsync(
            remembered, JsonSerializer.Serialize(built, CompiledProjectJson.Default.CompiledProject), cancellation).ConfigureAwait(false);
        return built;
    }

    private static CompiledProject? Known(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(file), CompiledProjectJson.Default.CompiledProject);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    private Command CommandFor(string project) => new(
        "dotnet",
        [
            "build", project, "--verbosity", "quiet", "-target:Build", $"-p:ArtifactsPath={_folder}",
            "-p:CopyLocalLockFileAssemblies=true",
            $"-getProperty:{string.Join(',', BuiltValues.AskedProperties)}", $"-getItem:{string.Join(',', BuiltValues.AskedItems)}",
        ])
    {
        // Unless the project says otherwise: what a definition prints must not depend on where it lies.
        Environment = SdkEnvironment.Quiet().SetItem("PathMap", checkout.Root.TrimEnd('/') + "/=/ghaf/"),
        WorkingDirectory = checkout.Root,
        FailureThrows = false,
    };
}
