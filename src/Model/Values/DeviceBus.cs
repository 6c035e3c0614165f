// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>How the machine is wired to a device.</summary>
public enum DeviceBus
{
    [JsonStringEnumMemberName("pci")]
    Pci,

    [JsonStringEnumMemberName("usb")]
    Usb,

    [JsonStringEnumMemberName("platform")]
    Platform,
}
