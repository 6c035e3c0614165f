// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Model;

/// <summary>Debian's packages with the source of a kernel, such as <c>linux-source-6.12</c>.</summary>
public static class KernelSource
{
    /// <summary>
    /// The folder of fragments that are named as the driver they are for: a VM that gets a device has its driver's in the
    /// guests' kernel.
    /// </summary>
    public const string DriverFragments = "drivers";

    private const string Prefix = "linux-source-";

    /// <summary>Whether a kernel package is a source, so that the kernel is compiled.</summary>
    public static bool IsSource(string kernelPackage)
    {
        ArgumentNullException.ThrowIfNull(kernelPackage);
        return kernelPackage.StartsWith(Prefix, StringComparison.Ordinal);
    }
}
