// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Model;

namespace Ghaf.Cli;

/// <summary>Stands for everything that decides what a definition prints: its file, and the code it is made of.</summary>
internal static class DefinitionKey
{
    private static readonly string[] Patterns = ["*.cs", "*.csproj"];

    /// <param name="arguments">What the definition is asked.</param>
    public static Sha256 Of(Checkout checkout, string device, string arguments)
    {
        var all = new StringBuilder($"definition 1 {Environment.Version} {arguments}\n");
        foreach (var file in Inputs(checkout, device).Order(StringComparer.Ordinal))
        {
            var content = Sha256.Of(File.ReadAllText(file));
            all.Append($"{content.Hex} {Path.GetRelativePath(checkout.Root, file)}\n");
        }

        return Sha256.Of(all.ToString());
    }

    private static IEnumerable<string> Inputs(Checkout checkout, string device) =>
    [
        checkout.DefinitionOf(device),
        .. Sources(Path.Combine(checkout.Root, "modules")),
        .. Sources(Path.Combine(checkout.Root, "src", "Model")),
        .. Directory.EnumerateFiles(checkout.Root, "*.props"),
        .. Directory.EnumerateFiles(checkout.Root, "*.targets"),
        .. Directory.EnumerateFiles(checkout.Root, "global.json"),
        .. Directory.EnumerateFiles(checkout.Root, "nuget.config"),
    ];

    private static IEnumerable<string> Sources(string folder) =>
        Patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories));
}
