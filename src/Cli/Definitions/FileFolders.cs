// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>
/// Where the files are that a definition copies with <c>FileSpec.Copy</c>: in the folder <c>files</c> beside the definition,
/// beside each project that it is made of, and in each package.
/// </summary>
internal sealed class FileFolders(Checkout checkout, TimeProvider time, Action waiting)
{
    private const string Name = "files";

    /// <summary>Of the definition that has the plan's target; of all definitions if somebody else wrote the plan.</summary>
    public static async Task<ImmutableArray<string>> ForAsync(Session session, DevicePlan plan, CancellationToken cancellation)
    {
        var checkout = session.Checkout;
        var folders = new FileFolders(checkout, session.Time, () => session.Error.WriteLine("Waiting for another build in this checkout."));
        var all = new List<string>();
        foreach (var device in await DevicePlans.For(session).DevicesOfAsync(plan.Target, cancellation).ConfigureAwait(false))
        {
            all.AddRange(await folders.OfAsync(DefinitionSource.Read(checkout, device), cancellation).ConfigureAwait(false));
        }

        return [.. all.Distinct()];
    }

    /// <exception cref="DefinitionBrokenException">A project does not compile, or a package cannot be had.</exception>
    public async Task<ImmutableArray<string>> OfAsync(DefinitionSource definition, CancellationToken cancellation)
    {
        IEnumerable<string> libraries =
        [
            checkout.Devices, .. ProjectFolders.Of(definition.Projects), .. await PackagesAsync(definition, cancellation).ConfigureAwait(false),
        ];
        return [.. libraries.Select(library => Path.Combine(library, Name)).Where(Directory.Exists).Order(StringComparer.Ordinal)];
    }

    // Which packages there are in the end, and where, only NuGet knows.
    private async Task<ImmutableArray<string>> PackagesAsync(DefinitionSource definition, CancellationToken cancellation)
    {
        if (definition.Packages.IsEmpty && !ProjectFolders.ReferToPackages(definition.Projects))
        {
            return [];
        }

        Directory.CreateDirectory(checkout.Artifacts);
        using var held = await StoreLock.TakeAsync(checkout.BuildLock, waiting, time, cancellation).ConfigureAwait(false);
        var built = await new BuildProject(checkout).RunAsync(
            DefinitionProject.Of(checkout, definition), DefinitionKey.OfProjects(checkout, definition), cancellation).ConfigureAwait(false);
        return built.PackageFolders;
    }
}
