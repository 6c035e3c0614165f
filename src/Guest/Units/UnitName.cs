// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Guest.Units;

/// <summary>Names of systemd's units; see systemd.unit(5).</summary>
internal static partial class UnitName
{
    /// <summary>The unit of an application.</summary>
    public static string OfApplication(string id) => $"ghaf-app-{id}.service";

    /// <summary>With an ending, without globs and leading hyphens, at most 255 characters.</summary>
    public static bool IsValid(string name) => name.Length <= 255 && Form().IsMatch(name);

    [GeneratedRegex(
        "^[A-Za-z0-9:_.\\\\@][A-Za-z0-9:_.\\\\@-]*\\.(service|socket|device|mount|automount|swap|target|path|timer|slice|scope)\\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
