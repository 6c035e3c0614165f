// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>What must hold of the files of each root file system.</summary>
internal static class FileChecks
{
    public static IEnumerable<Diagnostic> Run(DeviceSpec device, ProfileSpec profile) =>
    [
        .. Check("host", [.. device.Host.Files, .. profile.Host.Files]),
        .. device.Vms.SelectMany(vm =>
            Check(vm.Name, Sealer.FilesOf(device, profile, vm, Registry.Links(device)))),
    ];

    private static IEnumerable<Diagnostic> Check(string system, ImmutableArray<FileSpec> files)
    {
        foreach (var file in files.Where(f => !IsPlain(f.Path)))
        {
            yield return DiagnosticRules.FilePathInvalid.At(
                file.Location, system, $"“{file.Path}” is not an absolute, plain path");
        }

        foreach (var group in files.GroupBy(f => f.Path).Where(g => g.Count() > 1))
        {
            foreach (var file in group.Skip(1).Where(f => f != group.First()))
            {
                yield return DiagnosticRules.FileTwice.At(
                    file.Location, system, $"{file.Path} is already declared at {group.First().Location}");
            }
        }
    }

    private static bool IsPlain(string path) =>
        path.Length > 1 && path[0] == '/' && path[1..].Split('/').All(part => part is not ("" or "." or ".."));
}
