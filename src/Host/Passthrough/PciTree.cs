// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Host.Passthrough;

/// <summary>
/// What the kernel tells in sysfs about PCI devices and IOMMU groups:
/// <code>
/// sys/bus/pci/devices/0000:00:03.0/{class,vendor,device,driver,driver_override,iommu_group}
/// sys/bus/pci/drivers/e1000e/{bind,unbind}
/// sys/kernel/iommu_groups/5/devices/0000:00:03.0
/// dev/vfio/5
/// </code>
/// </summary>
/// <param name="root">The directory in which <c>sys</c>, <c>dev</c> and <c>etc</c> lie; a test's own tree, or <c>/</c>.</param>
internal class PciTree(string root)
{
    public const string Vfio = "vfio-pci";

    public bool Exists(string address) => Directory.Exists(Device(address));

    /// <summary>Vendor and device, as <c>8086:10d3</c>.</summary>
    public string IdOf(string address) => $"{Number(address, "vendor")}:{Number(address, "device")}";

    /// <summary>The device's IOMMU group; null when the IOMMU does not cover it or is off.</summary>
    public string? GroupOf(string address) => TargetName(Path.Combine(Device(address), "iommu_group"));

    /// <summary>The addresses of all devices in a group, sorted.</summary>
    public IReadOnlyList<string> Members(string group)
        => [.. Directory.EnumerateFileSystemEntries(Path.Combine(root, "sys/kernel/iommu_groups", group, "devices"))
            .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The name of the driver that has the device; null when none has.</summary>
    public string? DriverOf(string address) => TargetName(Path.Combine(Device(address), "driver"));

    /// <summary>Whether the device is a bridge: part of the bus, used by no VM. Class 0x0600 host bridge, 0x0604 PCI bridge.</summary>
    public bool IsBridge(string address)
        => File.ReadAllText(Path.Combine(Device(address), "class")).Trim() is { Length: >= 6 } code
            && (code.StartsWith("0x0604", StringComparison.Ordinal) || code.StartsWith("0x0600", StringComparison.Ordinal));

    public bool HasVfio => Directory.Exists(Path.Combine(root, "sys/bus/pci/drivers", Vfio));

    public void OverrideDriver(string address) => Write($"sys/bus/pci/devices/{address}/driver_override", Vfio);

    public void Unbind(string address, string driver) => Write($"sys/bus/pci/drivers/{driver}/unbind", address);

    public void Bind(string address) => Write($"sys/bus/pci/drivers/{Vfio}/bind", address);

    public string GroupFile(string group) => Path.Combine(root, "dev/vfio", group);

    /// <summary>The user's numbers from etc/passwd; null when there is no such user.</summary>
    public (uint User, uint Group)? FindUser(string name)
        => File.ReadLines(Path.Combine(root, "etc/passwd")).Select(line => line.Split(':'))
            .Where(fields => fields.Length >= 4 && fields[0] == name)
            .Select(fields => uint.TryParse(fields[2], out var user) && uint.TryParse(fields[3], out var group)
                ? (user, group)
                : ((uint, uint)?)null)
            .FirstOrDefault();

    /// <summary>Writes to one of sysfs's files, which the kernel carries out before the call returns.</summary>
    /// <exception cref="IOException">The kernel refused.</exception>
    protected virtual void Write(string path, string text)
    {
        using var file = new FileStream(Path.Combine(root, path), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        file.Write(System.Text.Encoding.ASCII.GetBytes(text));
    }

    /// <exception cref="IOException">The file is not there or may not be given away.</exception>
    public virtual void GiveTo(string path, uint user, uint group)
    {
        if (Native.LibC.Chown(path, user, group) != 0)
        {
            throw new IOException(Native.Descriptor.Failure(path).Message);
        }
    }

    // sysfs writes 0x8086.
    private string Number(string address, string file) => File.ReadAllText(Path.Combine(Device(address), file)).Trim()[2..];

    private string Device(string address) => Path.Combine(root, "sys/bus/pci/devices", address);

    private static string? TargetName(string link) => new FileInfo(link).LinkTarget is { } target ? Path.GetFileName(target) : null;
}
