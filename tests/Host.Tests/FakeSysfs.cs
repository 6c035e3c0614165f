// SPDX-License-Identifier: Apache-2.0
using Ghaf.Host.Passthrough;

namespace Ghaf.Host.Tests;

/// <summary>A tree of files like sysfs, that does what the kernel does when its files are written.</summary>
internal sealed class FakeSysfs : PciTree, IDisposable
{
    public const string Id = "8086:10d3";

    private readonly string _root;

    public FakeSysfs()
        : this(Directory.CreateTempSubdirectory("ghaf-sysfs-").FullName)
    {
    }

    private FakeSysfs(string root)
        : base(root)
    {
        _root = root;
        AddDriver("vfio-pci");
        Directory.CreateDirectory(PathOf("etc"));
        Directory.CreateDirectory(PathOf("dev/vfio"));
        File.WriteAllText(PathOf("etc/passwd"), "root:x:0:0::/:/bin/sh\nghaf-net-vm:x:901:902::/:/bin/false\n");
    }

    public List<string> Given { get; } = [];

    /// <summary>A driver that refuses every device makes the binding fail without an error, as a failed probe does.</summary>
    public bool ProbeFails { get; set; }

    public FakeSysfs AddDriver(string name)
    {
        var directory = Directory.CreateDirectory(PathOf($"sys/bus/pci/drivers/{name}")).FullName;
        File.WriteAllText(Path.Combine(directory, "bind"), "");
        File.WriteAllText(Path.Combine(directory, "unbind"), "");
        return this;
    }

    public FakeSysfs AddDevice(string address, int? group, string? driver = null, string code = "0x020000")
    {
        var device = Directory.CreateDirectory(PathOf($"sys/bus/pci/devices/{address}")).FullName;
        File.WriteAllText(Path.Combine(device, "class"), code + "\n");
        File.WriteAllText(Path.Combine(device, "vendor"), "0x8086\n");
        File.WriteAllText(Path.Combine(device, "device"), "0x10d3\n");
        File.WriteAllText(Path.Combine(device, "driver_override"), "(null)\n");
        if (group is { } number)
        {
            Directory.CreateDirectory(PathOf($"sys/kernel/iommu_groups/{number}/devices"));
            File.WriteAllText(PathOf($"sys/kernel/iommu_groups/{number}/devices/{address}"), "");
            File.CreateSymbolicLink(Path.Combine(device, "iommu_group"), $"../../../../kernel/iommu_groups/{number}");
        }

        if (driver is not null)
        {
            AddDriver(driver);
            File.CreateSymbolicLink(Path.Combine(device, "driver"), $"../../drivers/{driver}");
        }

        return this;
    }

    public void RemoveVfio() => Directory.Delete(PathOf("sys/bus/pci/drivers/vfio-pci"), recursive: true);

    public override void GiveTo(string path, uint user, uint group)
        => Given.Add($"{Path.GetRelativePath(_root, path)} {user}:{group}");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    protected override void Write(string path, string text)
    {
        base.Write(path, text);
        var link = PathOf($"sys/bus/pci/devices/{text}/driver");
        if (path.EndsWith("/unbind", StringComparison.Ordinal))
        {
            File.Delete(link);
        }
        else if (path.EndsWith("/bind", StringComparison.Ordinal) && !ProbeFails)
        {
            Assert.StartsWith("vfio-pci", File.ReadAllText(PathOf($"sys/bus/pci/devices/{text}/driver_override")), StringComparison.Ordinal);
            File.CreateSymbolicLink(link, "../../drivers/vfio-pci");
        }
    }

    private string PathOf(string path) => Path.Combine(_root, path);
}
