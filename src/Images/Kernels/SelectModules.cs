// SPDX-License-Identifier: Apache-2.0

namespace Ghaf.Images;

/// <summary>
/// The modules that a system may load, as <c>lib/modules/VERSION</c>, and nothing else: what is not there cannot be
/// loaded by whoever gets in.
/// </summary>
internal static class SelectModules
{
    private const int Revision = 1;

    public static Task<StepResult> RunAsync(
        BuildContext context, string system, StepResult kernel, IReadOnlyList<string> modules,
        CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("SelectModules", Revision).With("kernel", kernel.Key).With("modules", string.Join('\n', modules)),
            $"modules-{system}",
            $"Select kernel modules of {system}",
            async (folder, token) =>
            {
                var version = await File.ReadAllTextAsync(kernel.PathOf("version"), token);
                var from = kernel.PathOf($"lib/modules/{version}");
                var to = Path.Combine(folder, "lib/modules", version);
                var files = new ModuleGraph(from).Closure(modules, out var unknown);
                if (unknown.Count > 0)
                {
                    throw new ModuleMissingException(system, version, unknown);
                }

                foreach (var file in files.Concat(["modules.order", "modules.builtin", "modules.builtin.modinfo"]))
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
                    File.Copy(Path.Combine(from, file), Path.Combine(to, file));
                }

                var sandbox = context.Tools.With(folder, "/modules");
                await sandbox.Wrap("/usr/sbin/depmod", "-b", "/modules", version).RunAsync(token);
            },
            cancellation);
}
