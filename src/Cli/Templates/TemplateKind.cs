// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

internal enum TemplateKind
{
    /// <summary>A folder with everything.</summary>
    Project,

    /// <summary>Files to add to a project.</summary>
    Item,
}
