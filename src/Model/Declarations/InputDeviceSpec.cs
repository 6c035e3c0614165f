// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Ghaf.Model;

/// <summary>An input device of a machine.</summary>
/// <param name="Names">As in <c>/sys/class/input/*/device/name</c>: one for each part that is built in, one of which is there.</param>
public sealed record InputDeviceSpec(InputKind Kind, ImmutableArray<string> Names);

public enum InputKind
{
    [JsonStringEnumMemberName("keyboard")]
    Keyboard,

    [JsonStringEnumMemberName("mouse")]
    Mouse,

    [JsonStringEnumMemberName("touchpad")]
    Touchpad,

    [JsonStringEnumMemberName("other")]
    Other,
}
