// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Ghaf.Images;

namespace Ghaf.Cli.Locking;

/// <summary>A changed package, for programs.</summary>
/// <param name="Change"><c>added</c>, <c>removed</c>, <c>upgraded</c>, <c>downgraded</c>, <c>rebuilt</c> or <c>moved</c>.</param>
/// <param name="Sets">The names of the sets it happened in; absent inside of a set.</param>
internal sealed record PackageChangeReport(
    string Name,
    string Change,
    PackageReport? Old,
    PackageReport? New,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? Sets = null)
{
    public static PackageChangeReport Of(PackageChange change) => new(
        change.Name,
        change.Kind.ToString().ToLowerInvariant(),
        PackageReport.Of(change.Old),
        PackageReport.Of(change.New));
}
