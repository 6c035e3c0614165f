// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Model;

/// <summary>
/// The name of a running VM, in kebab-case. It becomes the VM's hostname, its unit <c>ghaf-vm-NAME.service</c> and its
/// user <c>ghaf-NAME</c>, so it is at most 26 characters (a Linux user name has 32).
/// </summary>
public readonly partial record struct VmName(string Value)
{
    public const int MaximumLength = 26;

    /// <summary>Whether the text can be used wherever a VM's name is used.</summary>
    public static bool IsValid(string text) => text.Length <= MaximumLength && Pattern().IsMatch(text);

    public override string ToString() => Value;

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
