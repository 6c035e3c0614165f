// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Guest.Settings;

internal enum ArgumentKind
{
    /// <summary>An absolute http or https address.</summary>
    [JsonStringEnumMemberName("url")]
    Url,

    /// <summary>An absolute path inside the VM.</summary>
    [JsonStringEnumMemberName("path")]
    Path,

    /// <summary>One line of text that does not begin with a hyphen.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>A whole number.</summary>
    [JsonStringEnumMemberName("number")]
    Number,
}
