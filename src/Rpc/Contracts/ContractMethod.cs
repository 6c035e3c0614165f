// SPDX-License-Identifier: Apache-2.0
using Google.Protobuf.Reflection;

namespace Ghaf.Rpc;

/// <summary>A method of the control plane.</summary>
/// <param name="Name">With its service's short name, as rules call it: <c>Guest/GetStatus</c>.</param>
/// <param name="Path">As it crosses the wire: <c>/ghaf.v1.Guest/GetStatus</c>.</param>
public sealed record ContractMethod(string Name, string Path)
{
    /// <summary>Every method that a VM's agent answers, in the order of the contract.</summary>
    public static IReadOnlyList<ContractMethod> OfGuests { get; } =
        [.. Contracts.GuestReflection.Descriptor.Services.SelectMany(Of), .. Of(Contracts.Logs.Descriptor)];

    /// <summary>Every method that the host answers.</summary>
    public static IReadOnlyList<ContractMethod> OfHost { get; } =
    [
        .. Contracts.HostReflection.Descriptor.Services.SelectMany(Of),
        .. Of(Contracts.Power.Descriptor), .. Of(Contracts.Logs.Descriptor), .. Of(Contracts.Anchors.Descriptor),
    ];

    /// <summary>Every method that whoever collects the logs answers.</summary>
    public static IReadOnlyList<ContractMethod> OfLogStore { get; } = [.. Of(Contracts.LogStore.Descriptor)];

    /// <summary>Every method of every service.</summary>
    public static IReadOnlyList<ContractMethod> All { get; } = [.. OfGuests.Union(OfHost).Union(OfLogStore)];

    /// <summary><c>/ghaf.v1.Guest/GetStatus</c> → <c>Guest/GetStatus</c>.</summary>
    public static string ShortName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var slash = path.LastIndexOf('/');
        return path[(path.LastIndexOf('.', slash < 0 ? path.Length - 1 : slash) + 1)..].TrimStart('/');
    }

    private static IEnumerable<ContractMethod> Of(ServiceDescriptor service) =>
        service.Methods.Select(method => new ContractMethod($"{service.Name}/{method.Name}", $"/{service.FullName}/{method.Name}"));
}
