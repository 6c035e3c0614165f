// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>An argument that a caller may give to an application; whatever is not of its kind is refused.</summary>
/// <param name="Name">What callers call it.</param>
public sealed record ApplicationArgument(string Name, ArgumentKind Kind)
{
    /// <summary>Whether the application can't be started without it. Default: no.</summary>
    public bool Required { get; init; }
}

public enum ArgumentKind
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
