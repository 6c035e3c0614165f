// SPDX-License-Identifier: Apache-2.0

namespace Ghaf.Images;

/// <summary>
/// A tree to a read-only file system, <c>root.erofs</c>, with the list of what is in it. Uncompressed: see ADR 0005.
/// </summary>
internal static class FormatErofs
{
    private const int Revision = 3;
    private const string Image = "root.erofs";

    // The kernel looks for partition tables at the start of a disk and complains about one that ends before.
    private const long Alignment = 1 << 16;

    /// <param name="inputs">The key of everything that <paramref name="compose"/> depends on.</param>
    public static Task<StepResult> RunAsync(
        BuildContext context, string system, StepKeyBuilder inputs, Func<RootTree> compose,
        CancellationToken cancellation) =>
        context.StepAsync(
            inputs.With("format", Revision),
            $"erofs-{system}",
            $"Format the file system of {system}",
            async (folder, token) =>
            {
                var tree = compose();
                tree.RemoveWhere(LeftOut.Contains);
                var sandbox = context.Tools.With(folder, "/image");
                var command = sandbox.Wrap(
                    "/usr/bin/mkfs.erofs", "--quiet", "--tar=f", $"-T{context.Epoch.ToUnixTimeSeconds()}",
                    $"-U{Guid.Empty}", "/image/root.erofs");
                await (command with
                {
                    WriteInput = (input, _) => Task.Run(
                        () =>
                        {
                            using var buffered = new BufferedStream(input, 1 << 20);
                            TarFormat.Write(tree, buffered, context.Epoch);
                        },
                        token),
                }).RunAsync(token);
                PadTo(Path.Combine(folder, Image), Alignment);
                ImageContents.Write(tree, new FileInfo(Path.Combine(folder, Image)).Length, folder);
            },
            cancellation);

    private static void PadTo(string file, long alignment)
    {
        using var image = File.OpenWrite(file);
        image.SetLength((image.Length + alignment - 1) / alignment * alignment);
    }
}
