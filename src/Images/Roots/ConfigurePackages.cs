// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>
/// Runs the maintainer scripts of packages that lie unpacked in a folder: preinst of each, then
/// <c>dpkg --configure</c>, then the triggers. The sandbox has no network and no other user than root; changes of
/// owner are ignored there, because a build without privileges could not make them.
/// </summary>
internal static class ConfigurePackages
{
    // Removes and renames what earlier versions left. Here there are none, and finding that out takes a quarter of the time.
    private const string UpgradeHelper = "/usr/bin/dpkg-maintscript-helper";

    /// <param name="root">The folder that becomes the sandbox's root. It is changed.</param>
    /// <param name="packages">The folders of the packages to configure, as unpacked in the store.</param>
    public static async Task RunAsync(
        BuildContext context, string root, IReadOnlyList<string> packages, CancellationToken cancellation)
    {
        var database = new DpkgDatabase(root);
        var names = packages
            .Select(folder => database.AddUnpacked(
                Path.Combine(folder, "control"), TarFormat.Names(UnpackPackage.ContentOf(folder))))
            .ToList();
        var sandbox = context.Tools with
        {
            Root = root,
            SuppressChown = true,
            SuppressSync = true,
            ReadOnlyBind = [new BindMount(Path.Combine(context.Tools.ToolchainRoot, "usr/bin/true"), UpgradeHelper)],
        };
        await sandbox.Wrap("/bin/sh", "-ec", Script(names, database.Triggers)).RunAsync(cancellation);
    }

    private static string Script(List<string> names, IEnumerable<string> triggers)
    {
        var script = new StringBuilder("""
            export DEBIAN_FRONTEND=noninteractive DPKG_ADMINDIR=/var/lib/dpkg DPKG_ROOT= DPKG_MAINTSCRIPT_ARCH=$(dpkg --print-architecture)
            preinst() {
              [ ! -x "/var/lib/dpkg/info/$1.preinst" ] || DPKG_MAINTSCRIPT_PACKAGE=${1%%:*} DPKG_MAINTSCRIPT_NAME=preinst \
                "/var/lib/dpkg/info/$1.preinst" install
            }

            """);
        names.ForEach(name => script.Append("preinst ").Append(name).Append('\n'));
        script.Append("dpkg --force-unsafe-io --configure -a\n");
        foreach (var trigger in triggers)
        {
            script.Append("dpkg-trigger --no-await --by-package=dpkg ").Append(trigger).Append('\n');
        }

        // A package that is not wholly there must not come into an image: dpkg knows best.
        return script.Append("""
            dpkg --force-unsafe-io --triggers-only -a
            problems=$(dpkg --audit)
            [ -z "$problems" ] || { echo "$problems" >&2; exit 1; }

            """).ToString();
    }
}
