// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;

namespace Ghaf.Cli;

/// <summary>Something that is not the same in two plans.</summary>
/// <param name="Path">A value, an element of a list, or a whole VM.</param>
/// <param name="Before">Null if it was not there.</param>
/// <param name="After">Null if it is not there any more.</param>
internal sealed record PlanChange(string Path, ChangeKind Kind, ExplainedValue? Before, ExplainedValue? After);

internal enum ChangeKind
{
    [JsonStringEnumMemberName("added")]
    Added,

    [JsonStringEnumMemberName("removed")]
    Removed,

    [JsonStringEnumMemberName("changed")]
    Changed,
}
