// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Reflection;
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>All templates there are: our own, and one for each device that ships.</summary>
internal sealed class TemplateCatalog(GhafSources sources, string version)
{
    private const string VersionToken = "GHAF_VERSION";

    /// <summary>The tool's own version, which is that of the packages that a project refers to.</summary>
    public static string Version { get; } =
        typeof(TemplateCatalog).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public ImmutableArray<Template> All { get; } = ReadAll(sources, version);

    /// <exception cref="TemplateUnknownException">There is none of this name.</exception>
    public Template Find(string name) => All.FirstOrDefault(template => template.Name == name)
        ?? throw new TemplateUnknownException(name, [.. All.Select(template => template.Name)]);

    private static ImmutableArray<Template> ReadAll(GhafSources sources, string version)
    {
        TemplateFile[] project = [.. FilesIn(sources, "project", version), new(PackageLock.FileName, File.ReadAllText(sources.LockFile))];
        return
        [
            new("ghaf-device", "A project with a device and a module of its own", TemplateKind.Project, "device",
                [.. project, .. FilesIn(sources, "ghaf-device", version)]),
            .. Directory.EnumerateFiles(sources.Devices, "*.cs")
                .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Text: File.ReadAllText(file)))
                .OrderBy(device => device.Name, StringComparer.Ordinal)
                .Select(device => new Template(
                    $"ghaf-{device.Name}", $"A project that begins as our device {device.Name}", TemplateKind.Project, device.Name,
                    [.. project, ShippedDevice.ToTemplate(device.Name, device.Text, version)])),
            new("ghaf-appvm", "A VM for one application, as a module of a project", TemplateKind.Item, "Application",
                [.. FilesIn(sources, "ghaf-appvm", version)]),
            new("ghaf-module", "A feature that touches several VMs, as a module of a project", TemplateKind.Item, "Feature",
                [.. FilesIn(sources, "ghaf-module", version)]),
        ];
    }

    private static IEnumerable<TemplateFile> FilesIn(GhafSources sources, string name, string version)
    {
        var folder = Path.Combine(sources.Templates, name);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => new TemplateFile(
            Path.GetRelativePath(folder, file),
            File.ReadAllText(file).Replace(VersionToken, version, StringComparison.Ordinal)));
    }
}
