// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli;

/// <summary>Makes a template of the definition of a device that ships.</summary>
internal static class ShippedDevice
{
    private const string OurProject = "#:project ../modules/Ghaf.Modules.csproj";

    /// <summary>Outside of our checkout, packages are what our projects are here.</summary>
    public static TemplateFile ToTemplate(string device, string text, string version) => new(
        $"devices/{TemplateName.Small}.cs",
        text.Replace(OurProject, $"#:package Ghaf.Modules@{version}\n#:project ../modules/Modules.csproj", StringComparison.Ordinal)
            .Replace($"Device(\"{device}\"", $"Device(\"{TemplateName.Small}\"", StringComparison.Ordinal));
}
