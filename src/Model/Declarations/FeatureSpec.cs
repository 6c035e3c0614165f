// SPDX-License-Identifier: Apache-2.0
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Ghaf.Model;

/// <summary>Something that a device can do and that touches several systems.</summary>
public sealed record FeatureSpec : Contribution<FeatureSpec>
{
    public FeatureSpec(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        Name = name;
        Location = SourceLocation.FromCaller(file, line);
    }

    public string Name { get; }

    /// <summary>VMs that come with the feature.</summary>
    public ImmutableArray<VmSpec> Vms { get; init; } = [];

    internal ImmutableArray<string> Needed { get; private init; } = [];

    internal SourceLocation Location { get; }

    /// <summary>
    /// The feature is there only when this VM is, be it the device's or another feature's. Several calls: all of them.
    /// </summary>
    public FeatureSpec WhenVm(string name) => this with { Needed = [.. Needed, name] };
}
