// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>Declared files to planned ones, sorted by path.</summary>
internal static class FileCompiler
{
    /// <param name="context">What the files may depend on; null for the host.</param>
    public static ImmutableArray<FilePlan> Compile(ImmutableArray<FileSpec> files, VmContext? context) =>
        [.. files.Select(f => Compile(f, context)).DistinctBy(f => f.Path).OrderBy(f => f.Path, StringComparer.Ordinal)];

    private static FilePlan Compile(FileSpec file, VmContext? context) => new()
    {
        Path = file.Path,
        Mode = file.Target is null ? "0" + Convert.ToString(file.Mode, 8) : null,
        Content = file.Content ?? file.Render?.Invoke(context!),
        Source = file.Source,
        Target = file.Target,
    };
}
