// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;
using Ghaf.Images;

namespace Ghaf.EndToEnd.Tests;

/// <summary>A sandbox with the programs of a system's own packages, unpacked as they are, in place of the tools'.</summary>
internal static class PackagesRoot
{
    /// <param name="root">A new folder that becomes the sandbox's root.</param>
    /// <param name="request">The package set.</param>
    /// <param name="folders">Of the packages, beside <c>/usr</c>; without the slash at the beginning.</param>
    /// <param name="binds">What else the programs see.</param>
    public static async Task<Sandbox> OpenAsync(
        BuiltCheckout built, string root, IReadOnlyCollection<string> request, string[] folders, params BindMount[] binds)
    {
        var packages = await PackageLock.LoadAsync(Path.Combine(built.Checkout.Folder, PackageLock.FileName), CancellationToken.None);
        var store = new Store();
        using var fetch = new FetchPackages(store, new FetchOptions());
        var unpacked = new Toolchain(store, new UnpackPackage(store, fetch));
        var content = await unpacked.GetToolchainAsync(packages, request);
        Directory.CreateDirectory(root);
        foreach (var name in (string[])["bin", "sbin", "lib", "lib64"])
        {
            File.CreateSymbolicLink(Path.Combine(root, name), "usr/" + name);
        }

        return new Sandbox
        {
            ToolchainRoot = await unpacked.GetToolchainAsync(packages, PackageRequests.Toolchain),
            Root = root,
            ReadOnlyBind = [.. folders.Prepend("usr").Select(folder => new BindMount(Path.Combine(content, folder), "/" + folder)), .. binds],
        };
    }
}
