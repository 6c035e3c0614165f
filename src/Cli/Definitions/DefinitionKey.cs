// SPDX-License-Identifier: Apache-2.0
using System.Security.Cryptography;
using System.Text;
using Ghaf.Images;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>Stands for everything that decides what a definition prints: its file, and the code it is made of.</summary>
internal static class DefinitionKey
{
    // Raised when the same sources are asked or compiled in another way.
    private const int Revision = 2;

    private static readonly string[] Settings = ["*.props", "*.targets", "global.json", "nuget.config", "*.rsp"];

    /// <summary>Never the same twice for a definition that may consist of more files than we know.</summary>
    /// <param name="packages">NuGet's folder. Default: this machine's.</param>
    public static Sha256 Of(Checkout checkout, DefinitionSource definition, string? packages = null) => Sha256.Of(
        $"definition {Revision} {definition.Device} {(definition.MayHaveMoreFiles ? Guid.NewGuid() : "")}\n"
        + $"{Sha256.Of(definition.Text).Hex}\n{OfProjects(checkout, definition, packages).Hex}\n");

    /// <summary>Only the code that the definition refers to, and the settings of the build.</summary>
    public static Sha256 OfProjects(Checkout checkout, DefinitionSource definition, string? packages = null)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(Encoding.UTF8.GetBytes($"projects {Revision} {Environment.Version}\n"));
        foreach (var (name, version) in definition.Packages)
        {
            all.AppendData(Encoding.UTF8.GetBytes($"package {name} {version} {ContentOf(packages ?? NuGetFolder.Default, name, version)}\n"));
        }

        Span<byte> content = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var file in Inputs(checkout, definition).Order(StringComparer.Ordinal))
        {
            SHA256.HashData(File.ReadAllBytes(file), content);
            all.AppendData(content);
            all.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(checkout.Root, file) + "\n"));
        }

        return Sha256.FromBytes(all.GetHashAndReset());
    }

    // One that is not here yet may become anything. Without a version, it is one of the settings of the build.
    private static string ContentOf(string packages, string name, string? version) => version is null
        ? ""
        : RestoredPackage.HashOf(packages, name, version) ?? $"{Guid.NewGuid()}";

    private static IEnumerable<string> Inputs(Checkout checkout, DefinitionSource definition) =>
    [
        .. ProjectFolders.SourcesOf(definition.Projects),
        .. Settings.SelectMany(pattern => Directory.EnumerateFiles(checkout.Root, pattern)),
        .. Settings.SelectMany(pattern => Directory.EnumerateFiles(checkout.Devices, pattern)),
    ];
}
