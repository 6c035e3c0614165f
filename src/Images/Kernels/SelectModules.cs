// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Images;

/// <summary>
/// The modules that a system may load, as <c>lib/modules/VERSION</c>, and nothing else: what is not there cannot be
/// loaded by whoever gets in.
/// </summary>
internal static class SelectModules
{
    private const int Revision = 3;

    public static readonly PartName Part = new(PartKind.Kernel, "modules");

    public static Task<StepResult> RunAsync(
        BuildContext context, string system, Kernel kernel, IReadOnlyList<string> modules,
        CancellationToken cancellation) =>
        context.StepAsync(
            context.Key("SelectModules", Revision).With("kernel", kernel.Package).With("modules", modules),
            $"modules-{system}",
            $"Select kernel modules of {system}",
            async (folder, token) =>
            {
                var to = Path.Combine(folder, "lib/modules", kernel.Version);
                var closure = kernel.Modules.Closure(modules, out var unknown);
                if (unknown.Count > 0)
                {
                    throw new ModuleMissingException(system, kernel.Version, unknown);
                }

                foreach (var module in closure)
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, module.Path))!);
                    await File.WriteAllBytesAsync(Path.Combine(to, module.Path), module.Content, token);
                }

                Directory.CreateDirectory(to);
                foreach (var (list, content) in kernel.ModuleLists)
                {
                    using var source = content.Open();
                    using var target = File.Create(Path.Combine(to, list));
                    await source.CopyToAsync(target, token);
                }

                var sandbox = context.Tools.With(folder, "/modules");
                await sandbox.Wrap("/usr/sbin/depmod", "-b", "/modules", kernel.Version).RunAsync(token);
            },
            cancellation);
}
