// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Protocol;

namespace Ghaf.Host.Posture;

/// <summary>
/// Variables of the UEFI firmware, each four bytes of attributes and then its value: a byte for switches, UTF-16 for what the
/// boot loader says (systemd's boot loader interface).
/// </summary>
internal static class FirmwareFacts
{
    private const string Folder = "sys/firmware/efi/efivars";
    private const string Global = "8be4df61-93ca-11d2-aa0d-00e098032b8c";
    private const string Loader = "4a67b082-0a4c-41cf-b6c7-440b29bb8c4f";
    private const int Attributes = 4;

    public static FirmwarePosture Read(HostTree host) => new(
        Switch(host, "SecureBoot"),
        Switch(host, "SetupMode"),
        Words(host, "LoaderInfo"),
        Words(host, "LoaderEntrySelected"),
        Words(host, "LoaderBootCountPath"));

    private static bool? Switch(HostTree host, string name) =>
        host.Bytes($"{Folder}/{name}-{Global}") is { Length: > Attributes } value ? value[Attributes] != 0 : null;

    private static string? Words(HostTree host, string name) =>
        host.Bytes($"{Folder}/{name}-{Loader}") is { Length: > Attributes } value
            ? Encoding.Unicode.GetString(value.AsSpan(Attributes)).TrimEnd('\0')
            : null;
}
