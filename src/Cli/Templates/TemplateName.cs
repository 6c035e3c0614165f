// SPDX-License-Identifier: Apache-2.0
using System.Text.RegularExpressions;

namespace Ghaf.Cli;

/// <summary>The name in a template: <c>TheName</c> stands for it, <c>the-name</c> for the same in small letters.</summary>
internal static partial class TemplateName
{
    public const string AsGiven = "TheName";
    public const string Small = "the-name";

#pragma warning disable CA1308 // Names of VMs and files are in small letters.
    public static string PutInto(string text, string name) => text
        .Replace(AsGiven, name, StringComparison.Ordinal)
        .Replace(Small, name.ToLowerInvariant(), StringComparison.Ordinal);
#pragma warning restore CA1308

    /// <exception cref="TemplateNameException">A device or a class cannot be called so.</exception>
    public static void Check(TemplateKind kind, string name)
    {
        if (kind == TemplateKind.Project && !TargetName.IsValid(name))
        {
            throw new TemplateNameException(name, "a device", "Use small letters, digits and hyphens, such as kiosk-2.");
        }

        if (kind == TemplateKind.Item && !ClassName().IsMatch(name))
        {
            throw new TemplateNameException(name, "a class", "Use letters and digits and begin with a capital, such as Browser.");
        }
    }

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClassName();
}
