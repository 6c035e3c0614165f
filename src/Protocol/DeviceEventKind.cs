// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Protocol;

/// <summary>What kind of thing happened on a device.</summary>
public enum DeviceEventKind
{
    /// <summary>A VM is in another state, or vmd itself was started.</summary>
    [JsonStringEnumMemberName("state")]
    State,

    /// <summary>A call, or a connection from VM to VM, was refused.</summary>
    [JsonStringEnumMemberName("denied")]
    Denied,

    /// <summary>Somebody had a VM started, stopped, paused or resumed.</summary>
    [JsonStringEnumMemberName("order")]
    Order,

    /// <summary>The device is being powered off or started anew.</summary>
    [JsonStringEnumMemberName("power")]
    Power,

    /// <summary>The host's or a VM's clock was stepped.</summary>
    [JsonStringEnumMemberName("clock")]
    Clock,

    /// <summary>A VM has a new key and certificate.</summary>
    [JsonStringEnumMemberName("identity")]
    Identity,

    /// <summary>A VM told it; not to be trusted more than the VM is.</summary>
    [JsonStringEnumMemberName("report")]
    Report,
}
