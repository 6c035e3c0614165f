// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>
/// The least that can mount a root: busybox, one script, and the modules of the disk, decompressed and named in the
/// order in which they load. Result: <c>initrd.cpio</c>.
/// </summary>
internal static class BuildInitrd
{
    private const int Revision = 3;

    /// <param name="script">The name of an embedded script: <c>init-host.sh</c>.</param>
    public static Task<StepResult> RunAsync(
        BuildContext context, string script, Kernel kernel, IReadOnlyList<string> modules,
        CancellationToken cancellation)
    {
        var init = EmbeddedScript.Read(script);
        return context.StepAsync(
            context.Key("BuildInitrd", Revision)
                .With("init", init).With("kernel", kernel.Package).With("modules", modules),
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
                var closure = kernel.Modules.Closure(modules, out var unknown);
                if (unknown.Count > 0)
                {
                    throw new ModuleMissingException(script, kernel.Version, unknown);
                }

                for (var index = 0; index < closure.Count; index++)
                {
                    var file = Path.Combine(tree, "modules", $"{index:00}-{closure[index].Name}.ko");
                    await File.WriteAllBytesAsync(file, closure[index].Content, token);
                }

                await context.Tools.With(folder, "/initrd").Wrap("/bin/sh", "-ec", Pack).RunAsync(token);
                Directory.Delete(tree, recursive: true);
            },
            cancellation);
    }

    private const string Pack = """
        cd /initrd/tree
        cp /usr/bin/busybox bin/busybox
        chmod -R u=rwX,go=rX . && chmod 0755 init
        find . -exec touch --no-dereference --date=@$SOURCE_DATE_EPOCH {} +
        find . -mindepth 1 | LC_ALL=C sort | cpio --quiet -o -H newc --reproducible -R 0:0 > ../initrd.cpio
        """;
}
