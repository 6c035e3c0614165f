// SPDX-License-Identifier: Apache-2.0
using System.IO.Compression;
using Ghaf.Exec;

namespace Ghaf.Images;

/// <summary>Writes a compressed member of a package in plain.</summary>
internal static class Decompress
{
    /// <param name="name">Its ending says how it is compressed: .xz, .gz, .zst or .tar.</param>
    /// <param name="source">The compressed bytes.</param>
    /// <param name="target">Receives the plain ones.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged.</exception>
    /// <exception cref="ToolNotFoundException">zstd is needed and not there.</exception>
    public static async Task RunAsync(string name, Stream source, Stream target, CancellationToken cancellation)
    {
        switch (Path.GetExtension(name))
        {
            case ".xz":
                using (var xz = new XzReader())
                {
                    xz.CopyTo(source, target, cancellation);
                }

                break;
            case ".gz":
                var gzip = new GZipStream(source, CompressionMode.Decompress);
                await using (gzip.ConfigureAwait(false))
                {
                    await gzip.CopyToAsync(target, 1 << 18, cancellation).ConfigureAwait(false);
                }

                break;
            case ".zst":
                // No package of Debian trixie needs this; Ubuntu's do.
                ProgramPath.Require("zstd", "This package is compressed with zstd: install zstd.");
                var command = Command.Of("zstd", "-d", "-c") with
                {
                    WriteInput = (pipe, stop) => source.CopyToAsync(pipe, 1 << 18, stop),
                    ReadOutput = (pipe, stop) => pipe.CopyToAsync(target, 1 << 18, stop),
                };
                await command.RunAsync(cancellation).ConfigureAwait(false);
                break;
            case ".tar":
                await source.CopyToAsync(target, 1 << 18, cancellation).ConfigureAwait(false);
                break;
            default:
                throw new InvalidDataException($"{name} is compressed in a way that is not known here.");
        }
    }
}
