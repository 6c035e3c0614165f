// SPDX-License-Identifier: Apache-2.0
using Ghaf.Images;

namespace Ghaf.Cli;

/// <summary>A checkout of this repository, or a project elsewhere that has devices of its own: the devices, the lock.</summary>
internal sealed record Checkout(string Root)
{
    /// <summary>Set by the script <c>ghaf</c>.</summary>
    public const string Variable = "GHAF_CHECKOUT";

    public string Devices => Path.Combine(Root, "devices");

    public string LockFile => Path.Combine(Root, PackageLock.FileName);

    /// <summary>What is compiled here; may be removed at any time.</summary>
    public string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The tool itself as native code, if somebody made it; the script <c>ghaf</c> looks for it here.</summary>
    public string NativeProgram => Path.Combine(Artifacts, "native", "ghaf");

    /// <summary>Held by whoever builds into <see cref="Artifacts"/>: the script <c>ghaf</c>, and runs of definitions.</summary>
    public string BuildLock => Path.Combine(Artifacts, ".building");

    /// <summary>From the script's variable, or at or above the working directory.</summary>
    /// <exception cref="CheckoutNotFoundException">None is there.</exception>
    public static Checkout Find() => Find(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set
        ? set
        : Environment.CurrentDirectory);

    public static Checkout Find(string from)
    {
        for (var folder = Path.GetFullPath(from); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (HasDevices(folder))
            {
                return new Checkout(folder);
            }
        }

        throw new CheckoutNotFoundException(from);
    }

    // Other folders called “devices” have no C# in them.
    private static bool HasDevices(string folder) =>
        Path.Combine(folder, "devices") is var devices && Directory.Exists(devices)
        && (Directory.Exists(Path.Combine(folder, "modules")) || Directory.EnumerateFiles(devices, "*.cs").Any());

    public string DefinitionOf(string device) => Path.Combine(Devices, device + ".cs");

    /// <summary>The devices by name.</summary>
    public IEnumerable<string> DeviceNames() =>
        Directory.EnumerateFiles(Devices, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);
}
