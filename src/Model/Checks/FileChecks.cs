// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What must hold of the files of each root file system.</summary>
internal static class FileChecks
{
    public static IEnumerable<Diagnostic> Run(ComposedDevice device) =>
    [
        .. Check("host", device.Host.Files),
        .. device.Vms.SelectMany(vm => Check(vm.Name, ComposedFiles.Of(device, vm))),
    ];

    public static bool IsPlain(string path) =>
        path.Length > 1 && path[0] == '/' && path[1..].Split('/').All(part => part is not ("" or "." or ".."));

    private static IEnumerable<Diagnostic> Check(string system, ImmutableArray<FileSpec> files)
    {
        foreach (var file in files.Where(f => !IsPlain(f.Path)))
        {
            yield return DiagnosticRules.FilePathInvalid.At(
                file.Location, system, $"“{file.Path}” is not an absolute, plain path");
        }

        // Two settings at one path were compared when they were resolved; this is about a gateway's files for its links.
        foreach (var group in files.GroupBy(f => f.Path).Where(g => g.Count() > 1))
        {
            foreach (var file in group.Skip(1).Where(f => f != group.First()))
            {
                yield return DiagnosticRules.FileTwice.At(
                    file.Location, system, $"{file.Path} is already declared at {group.First().Location}");
            }
        }
    }
}
