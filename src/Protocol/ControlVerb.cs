// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Protocol;

/// <summary>What the developer's machine may ask of the host daemon.</summary>
public enum ControlVerb
{
    [JsonStringEnumMemberName("status")]
    Status,

    [JsonStringEnumMemberName("start")]
    Start,

    [JsonStringEnumMemberName("stop")]
    Stop,

    [JsonStringEnumMemberName("restart")]
    Restart,

    /// <summary>Has a VM stand still, with all its memory.</summary>
    [JsonStringEnumMemberName("pause")]
    Pause,

    [JsonStringEnumMemberName("resume")]
    Resume,

    /// <summary>What happened, by <see cref="ControlRequest.After"/>; of a VM, if one is named.</summary>
    [JsonStringEnumMemberName("events")]
    Events,

    /// <summary>What the host has of one VM.</summary>
    [JsonStringEnumMemberName("logs")]
    Logs,

    /// <summary>What admin-vm has of all, by <see cref="ControlRequest.Query"/>.</summary>
    [JsonStringEnumMemberName("search-logs")]
    SearchLogs,

    /// <summary>Compares what admin-vm has with what the host was told of it.</summary>
    [JsonStringEnumMemberName("verify-logs")]
    VerifyLogs,

    /// <summary>What a VM's agent says of it.</summary>
    [JsonStringEnumMemberName("guest")]
    Guest,

    /// <summary>Makes a VM's agent take a new key and certificate at once; it says afterwards how the VM is.</summary>
    [JsonStringEnumMemberName("renew-identity")]
    RenewIdentity,

    /// <summary>The applications of a VM.</summary>
    [JsonStringEnumMemberName("applications")]
    Applications,

    /// <summary>Starts one; its id and then <c>name=value</c> are the arguments.</summary>
    [JsonStringEnumMemberName("start-application")]
    StartApplication,

    /// <summary>Stops one; its id is the argument.</summary>
    [JsonStringEnumMemberName("stop-application")]
    StopApplication,

    /// <summary>Debug only: SIGKILL for the hypervisor, to see what the device makes of it.</summary>
    [JsonStringEnumMemberName("kill")]
    Kill,

    /// <summary>Debug only: a command inside a VM.</summary>
    [JsonStringEnumMemberName("exec")]
    Exec,

    /// <summary>Debug only: a command on the host.</summary>
    [JsonStringEnumMemberName("exec-host")]
    ExecHost,

    /// <summary>Debug only, on the console port: the port becomes the serial console of a VM, or a shell of the host.</summary>
    [JsonStringEnumMemberName("console")]
    Console,
}
