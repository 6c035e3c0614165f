// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>A program of ours that runs in some VMs only; the agent, guestd, is in all.</summary>
public enum OwnProgram
{
    /// <summary>Collects the logs of the host and all VMs.</summary>
    [JsonStringEnumMemberName("admind")]
    Admind,
}
