// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using Ghaf.Rpc;

namespace Ghaf.Admin.Settings;

/// <summary>
/// What the image says:
/// <code>
/// { "name": "admin-vm",
///   "callers": [ { "caller": "host", "method": "LogStore/*" } ],
///   "sources": [ "admin-vm", "host", "net-vm" ],
///   "maximumBytes": 268435456 }
/// </code>
/// </summary>
/// <param name="Name">Of this VM.</param>
/// <param name="Callers">Who may ask what; everything else is refused.</param>
/// <param name="Sources">Whose logs are collected: this VM, <c>host</c>, other VMs.</param>
/// <param name="MaximumBytes">How much all logs together may take.</param>
internal sealed record AdminSettings(
    string Name, ImmutableArray<CallRule> Callers, ImmutableArray<string> Sources, long MaximumBytes)
{
    public const string Path = "/etc/ghaf/admind.json";

    /// <summary>A segment of each of 16 sources, and one to make room for it.</summary>
    public const long LeastBytes = 64 << 20;

    /// <exception cref="InvalidSettingsException">It can't be read, or says something that makes no sense; all such places are named.</exception>
    public static AdminSettings Read(string path) => ReadSettings.From(path, AdminSettingsJson.Default.AdminSettings, FaultsOf);

    internal static AdminSettings Parse(string text, string path) =>
        ReadSettings.Parse(text, path, AdminSettingsJson.Default.AdminSettings, FaultsOf);

    private static IEnumerable<string> FaultsOf(AdminSettings settings) =>
    [
        .. CheckRules.FaultsOf(settings.Name, settings.Callers, ContractMethod.OfLogStore),
        .. settings.Sources.Where(source => !PeerName.IsValid(source)).Select(source => $"sources: “{source}” is no name of a VM and not “host”."),
        .. settings.Sources.GroupBy(source => source).Where(g => g.Count() > 1).Select(g => $"sources: “{g.Key}” is there more than once."),
        .. settings.MaximumBytes < LeastBytes ? [$"maximumBytes: {settings.MaximumBytes} is too little, at least {LeastBytes}."] : (string[])[],
    ];
}
