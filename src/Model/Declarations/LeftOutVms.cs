// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>The VMs that a variant leaves out.</summary>
public enum LeftOutVms
{
    None,

    /// <summary>Those that make no sense without a screen: <see cref="VmKeys.Graphical"/>.</summary>
    Graphical,

    All,
}
