// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Setup;

/// <summary>
/// A checkout whose only device is the one that is compared: what is measured is the very command that users run, and
/// nobody's files are changed.
/// </summary>
internal static class CopyCheckout
{
    /// <summary>The only target of the copy.</summary>
    public const string Target = "parity-debug";

    public static async Task RunAsync(Workspace workspace, CancellationToken cancellation)
    {
        await Folders.EmptyAsync(workspace.Copy, cancellation);
        const string copy = """
            cd "$0"
            git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
              [ ! -e "$file" ] || printf '%s\0' "$file"
            done | tar -c --null -T - | tar -x -C "$1"
            """;
        await Command.Of("bash", "-euo", "pipefail", "-c", copy, workspace.Checkout, workspace.Copy).RunAsync(cancellation);
        Directory.Delete(Path.Combine(workspace.Copy, "devices"), recursive: true);
        Directory.CreateDirectory(Path.Combine(workspace.Copy, "devices"));
        File.Copy(
            Path.Combine(workspace.Checkout, "benchmarks", "devices", "parity.cs"),
            Path.Combine(workspace.Copy, "devices", "parity.cs"));
        ChangeFile(workspace, "0");
    }

    /// <summary>A configuration file that the definition copies into the image.</summary>
    public static void ChangeFile(Workspace workspace, string content)
    {
        var file = Path.Combine(workspace.Copy, "modules", "files", "benchmark", "file");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content + "\n");
    }

    /// <summary>A text that stands in the definition itself, which then has to be compiled again.</summary>
    public static void ChangeText(Workspace workspace, string content)
    {
        var file = Path.Combine(workspace.Copy, "devices", "parity.cs");
        var text = File.ReadAllText(Path.Combine(workspace.Checkout, "benchmarks", "devices", "parity.cs"));
        File.WriteAllText(file, text.Replace("text 0", "text " + content, StringComparison.Ordinal));
    }
}
