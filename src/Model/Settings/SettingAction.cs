// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

internal enum SettingAction
{
    /// <summary>The value of a scalar, or an element of a list.</summary>
    Set,

    /// <summary>An element that shall not be in the list.</summary>
    Remove,

    /// <summary>Whatever weaker settings put into the list shall not be there.</summary>
    Clear,
}
