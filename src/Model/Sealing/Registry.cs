// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Net;

namespace Ghaf.Model;

/// <summary>
/// Gives each VM its numbers: vsock CID, user, addresses. All come from the VM's place in the definition, so no two
/// can collide.
/// </summary>
internal static class Registry
{
    /// <summary>User numbers 800 to 898 are the VMs', 900 to 998 their links'.</summary>
    public const int MostVms = 99;

    // 0 to 2 are taken (hypervisor, loopback, host).
    private const uint FirstCid = 3;

    // Above Debian's dynamic system users (100 to 999), below its people (1000).
    private const int FirstUid = 800;

    public static uint Cid(int place) => FirstCid + (uint)place;

    public static int Uid(int place) => FirstUid + place;

    /// <summary>One link for each VM with a gateway that is there, each with a network of its own: 10.71.N.0/30.</summary>
    public static ImmutableArray<LinkPlan> Links(DeviceSpec device, ImmutableArray<ComposedVm> vms)
    {
        var clients = vms.Where(vm => vm.Gateway is not null && VmName.IsValid(vm.Name))
            .Where(vm => vms.Any(other => other.Name == vm.Gateway)).Take(MostVms);
        ImmutableArray<LinkPlan> links = [.. clients.Select((vm, index) => Link(device, vm, (byte)(index + 1)))];
        return [.. links.Select(link => link with { Behind = Behind(link, links) })];
    }

    // Nearer ones first. Gateways that form a circle are found later: here that only must not go on for ever.
    private static ImmutableArray<IPAddress> Behind(LinkPlan link, ImmutableArray<LinkPlan> links)
    {
        var found = new List<LinkPlan>();
        for (List<LinkPlan> next = [link]; next.Count > 0; found.AddRange(next))
        {
            next = [.. links.Where(other => next.Exists(nearer => nearer.Client == other.Gateway)).Except(found)];
        }

        return [.. found.Select(behind => behind.ClientAddress)];
    }

    private static LinkPlan Link(DeviceSpec device, ComposedVm vm, byte number) => new()
    {
        Name = $"link{number}",
        Gateway = new VmName(vm.Gateway!),
        Client = new VmName(vm.Name),
        GatewayMac = MacAddress.Generate(device.Name, vm.Gateway!, vm.Name),
        ClientMac = vm.Mac ?? MacAddress.Generate(device.Name, vm.Name),
        GatewayAddress = new IPAddress([10, 71, number, 1]),
        ClientAddress = new IPAddress([10, 71, number, 2]),
        PrefixLength = 30,
    };
}
