// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Model;

/// <summary>All files of a VM: its settings', and those that a gateway has for each of its links.</summary>
internal static class ComposedFiles
{
    public static ImmutableArray<FileSpec> Of(ComposedDevice device, ComposedVm vm) =>
    [
        .. vm.Files,
        .. device.Links.Where(l => l.Gateway.Value == vm.Name).SelectMany(l => vm.Declared.LinkFiles?.Invoke(l) ?? []),
    ];
}
