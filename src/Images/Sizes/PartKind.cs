// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Images;

/// <summary>What a part of an image is.</summary>
public enum PartKind
{
    /// <summary>A Debian package.</summary>
    [JsonStringEnumMemberName("package")]
    Package,

    /// <summary>What maintainer scripts made.</summary>
    [JsonStringEnumMemberName("configuration")]
    Configuration,

    /// <summary>Files of the definition, units, our own programs.</summary>
    [JsonStringEnumMemberName("own")]
    Own,

    /// <summary>Kernels, their modules, initrds.</summary>
    [JsonStringEnumMemberName("kernel")]
    Kernel,

    /// <summary>The file system of a VM, or the one that VMs share.</summary>
    [JsonStringEnumMemberName("vm")]
    Vm,
}
