// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;

namespace Ghaf.Cli;

/// <summary>What <c>ghaf init</c> made.</summary>
/// <param name="Folder">Its full path.</param>
/// <param name="Files">Relative to the folder.</param>
/// <param name="Next">What to do now, a line each.</param>
internal sealed record InitReport(
    string Template, string Name, string Folder, ImmutableArray<string> Files, ImmutableArray<string> Next)
{
    public static ImmutableArray<string> NextAfter(Template template, string name, string folder) => template.Kind switch
    {
        TemplateKind.Project =>
        [
            $"cd {Path.GetRelativePath(Environment.CurrentDirectory, folder)}",
            "ghaf show                  # its targets",
            $"ghaf run {name}-debug      # boots it in an emulator",
        ],
        _ when template.Name == "ghaf-appvm" =>
        [
            $"add `{name}.Default()` to the VMs of a definition in devices/, with `using Modules.AppVms;`",
            "ghaf lock                  # if it has new packages",
        ],
        _ =>
        [
            $"add `{name}.Feature` to the features of a definition in devices/, with `using Modules.Features;`",
            "ghaf lock                  # if it has new packages",
        ],
    };
}
