// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Protocol;

/// <summary>Where a VM is in its life, as a person would say it.</summary>
public enum VmState
{
    /// <summary>Not started yet: it waits for other units, or nobody asked for it.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>The hypervisor runs, the guest has not said that it is ready.</summary>
    [JsonStringEnumMemberName("starting")]
    Starting,

    /// <summary>The guest's own systemd said READY=1.</summary>
    [JsonStringEnumMemberName("ready")]
    Ready,

    /// <summary>It stands still with all its memory, because somebody asked for it, until it is resumed.</summary>
    [JsonStringEnumMemberName("paused")]
    Paused,

    /// <summary>The guest or the host is shutting it down.</summary>
    [JsonStringEnumMemberName("stopping")]
    Stopping,

    /// <summary>It ran and ended in order.</summary>
    [JsonStringEnumMemberName("stopped")]
    Stopped,

    /// <summary>It ended and systemd waits before it starts it again.</summary>
    [JsonStringEnumMemberName("restarting")]
    Restarting,

    /// <summary>It ended with an error and nobody starts it again.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
