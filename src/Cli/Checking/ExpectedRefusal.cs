// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Checking;

/// <summary>What a call comes to that no rule allows.</summary>
internal static class ExpectedRefusal
{
    public const string Denied = "PermissionDenied";
    public const string Host = "host";

    // Behind a port of its own, which the switchboard knows nothing of.
    private const string LogStore = "LogStore/";

    private static readonly string[] HostOnly = ["Vms/", "Events/", "Anchors/", LogStore];
    private static readonly string[] GuestOnly = ["Guest/", "Applications/", "Units/", LogStore];

    /// <param name="called">A VM, or the host.</param>
    /// <returns>gRPC's word: of services that the called one does not have it says just that.</returns>
    public static string Of(string called, string method) =>
        (called == Host ? GuestOnly : HostOnly).Any(method.StartsWith) ? "Unimplemented" : Denied;
}
