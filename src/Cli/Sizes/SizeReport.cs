// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Images;

namespace Ghaf.Cli.Sizes;

/// <summary>What <c>ghaf size</c> found. All sizes are in bytes, uncompressed.</summary>
/// <param name="HostBytes">The host's root without what is there for its VMs.</param>
/// <param name="VmBytes">What all VMs take: their layers, the base that they share, their kernel and initrd.</param>
/// <param name="ImageBytes">The host's file system with the VMs in it, as it lies on the disk.</param>
/// <param name="Host">What the host is made of, the largest part first.</param>
/// <param name="Vms">In the order in which they start, after them what they share.</param>
internal sealed record SizeReport(
    string Target, long HostBytes, long VmBytes, long ImageBytes, ImmutableArray<PartSize> Host, ImmutableArray<VmSize> Vms)
{
    public static SizeReport Of(string target, BuiltImages images)
    {
        var host = images.Host;
        return new SizeReport(
            target,
            host.BytesWithoutVms,
            host.Parts.Where(part => part.Kind == PartKind.Vm).Sum(part => part.Bytes),
            host.ImageBytes,
            [.. host.Parts.Where(part => part.Kind != PartKind.Vm)],
            [
                .. images.Vms.Select(vm => new VmSize(vm.Name, vm.Contents.ImageBytes, vm.Contents.Parts)),
                .. Shared(images),
            ]);
    }

    private static IEnumerable<VmSize> Shared(BuiltImages images) =>
        from part in images.Host.Parts
        where part.Kind == PartKind.Vm && !images.Vms.Any(vm => vm.Name == part.Name)
        select new VmSize(part.Name, part.Bytes, part.Name == BuiltImages.SharedBase ? images.GuestBase?.Parts ?? [] : []);
}
