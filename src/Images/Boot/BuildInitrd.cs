// SPDX-License-Identifier: Apache-2.0

namespace Ghaf.Images;

/// <summary>
/// The least that can mount a root: busybox, one script, and the modules of the disk, decompressed and named in the
/// order in which they load. Result: <c>initrd.cpio</c>.
/// </summary>
internal static class BuildInitrd
{
    private const int Revision = 1;

    /// <param name="script">The name of an embedded script: <c>init-host.sh</c>.</param>
    public static Task<StepResult> RunAsync(
        BuildContext context, string script, StepResult kernel, IReadOnlyList<string> modules,
        CancellationToken cancellation)
    {
        var init = EmbeddedScript.Read(script);
        return context.StepAsync(
            context.Key("BuildInitrd", Revision)
                .With("init", init).With("kernel", kernel.Key).With("modules", string.Join('\n', modules)),
            $"initrd-{Path.GetFileNameWithoutExtension(script)}",
            $"Build the initrd of {script}",
            async (folder, token) =>
            {
                var tree = Path.Combine(folder, "tree");
                foreach (var name in (string[])["bin", "modules", "proc", "sys", "dev", "base", "layer", "memory", "root"])
                {
                    Directory.CreateDirectory(Path.Combine(tree, name));
                }

                await File.WriteAllTextAsync(Path.Combine(tree, "init"), init, token);
                CopyModules(context, script, kernel, modules, Path.Combine(tree, "modules"));
                await context.Tools.With(folder, "/initrd").Wrap("/bin/sh", "-ec", Pack).RunAsync(token);
                Directory.Delete(tree, recursive: true);
            },
            cancellation);
    }

    private const string Pack = """
        cd /initrd/tree
        cp /usr/bin/busybox bin/busybox
        for module in modules/*.xz; do [ ! -e "$module" ] || xz -d "$module"; done
        chmod -R u=rwX,go=rX . && chmod 0755 init
        find . -exec touch --no-dereference --date=@$SOURCE_DATE_EPOCH {} +
        find . -mindepth 1 | LC_ALL=C sort | cpio --quiet -o -H newc --reproducible -R 0:0 > ../initrd.cpio
        """;

    private static void CopyModules(
        BuildContext context, string script, StepResult kernel, IReadOnlyList<string> modules, string to)
    {
        var version = File.ReadAllText(kernel.PathOf("version"));
        var from = kernel.PathOf($"lib/modules/{version}");
        var files = new ModuleGraph(from).Closure(modules, out var unknown);
        if (unknown.Count > 0)
        {
            throw new ModuleMissingException(script, version, unknown);
        }

        for (var index = 0; index < files.Count; index++)
        {
            File.Copy(Path.Combine(from, files[index]), Path.Combine(to, $"{index:00}-{Path.GetFileName(files[index])}"));
        }
    }
}
