// SPDX-License-Identifier: Apache-2.0
using Google.Protobuf.Reflection;

namespace Ghaf.Rpc;

/// <summary>A method of the control plane.</summary>
/// <param name="Name">With its service's short name, as rules call it: <c>Guest/GetStatus</c>.</param>
/// <param name="Path">As it crosses the wire: <c>/ghaf.v1.Guest/GetStatus</c>.</param>
public sealed record ContractMethod(string Name, string Path)
{
    private static readonly FileDescriptor[] Files = [Contracts.GuestReflection.Descriptor, Contracts.LogsReflection.Descriptor];

    /// <summary>Every method of every service, in the order of the contracts.</summary>
    public static IReadOnlyList<ContractMethod> All { get; } =
        [.. Files.SelectMany(file => file.Services).SelectMany(service => service.Methods).Select(Of)];

    /// <summary>Those that every VM's agent serves.</summary>
    public static IReadOnlyList<ContractMethod> OfAgent { get; } =
        [.. All.Where(method => method.Service is "Guest" or "Applications" or "Units" or "Power" or "Logs")];

    /// <summary>Those that whoever collects the logs serves.</summary>
    public static IReadOnlyList<ContractMethod> OfLogStore { get; } = [.. All.Where(method => method.Service == "LogStore")];

    /// <summary>The service's short name.</summary>
    public string Service => Name[..Name.IndexOf('/', StringComparison.Ordinal)];

    /// <summary><c>/ghaf.v1.Guest/GetStatus</c> → <c>Guest/GetStatus</c>.</summary>
    public static string ShortName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var slash = path.LastIndexOf('/');
        return path[(path.LastIndexOf('.', slash < 0 ? path.Length - 1 : slash) + 1)..].TrimStart('/');
    }

    private static ContractMethod Of(MethodDescriptor method) =>
        new($"{method.Service.Name}/{method.Name}", $"/{method.Service.FullName}/{method.Name}");
}
