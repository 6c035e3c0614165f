// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Benchmarks.Setup;

/// <summary>A tree to <c>root.ext4</c>, the file system that Debian itself would make and that its initrd knows.</summary>
internal static class FormatExt4
{
    /// <summary>mke2fs reads a tree from an archive by libarchive.</summary>
    public static IReadOnlyCollection<string> Tools { get; } = ["?essential", "bubblewrap", "e2fsprogs", "libarchive13t64"];

    private const string Size = "1G";

    public static Task<StepResult> RunAsync(
        BuildContext context, string system, StepKeyBuilder inputs, Func<RootTree> compose, CancellationToken cancellation) =>
        context.StepAsync(
            inputs.With("ext4", 1),
            $"ext4-{system}",
            $"Format the file system of {system}",
            async (folder, token) =>
            {
                var tools = context.Tools with { ToolchainRoot = await context.ToolsAsync(Tools, token) };
                var archive = Path.Combine(folder, "root.tar");
                await using (var tar = File.Create(archive))
                {
                    TarFormat.Write(compose(), tar, context.Epoch);
                }

                await tools.With(folder, "/image")
                    .Wrap("/usr/sbin/mke2fs", "-q", "-t", "ext4", "-m", "0", "-d", "/image/root.tar", "/image/root.ext4", Size)
                    .RunAsync(token);
                File.Delete(archive);
            },
            cancellation);
}
