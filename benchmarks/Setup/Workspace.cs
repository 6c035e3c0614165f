// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Setup;

/// <summary>The folders of a benchmark. Everything below <see cref="Root"/> may be thrown away.</summary>
internal sealed record Workspace(string Checkout, string Root)
{
    /// <summary>The checkout's copy that is measured, so that files can be changed in it.</summary>
    public string Copy => Path.Combine(Root, "checkout");

    /// <summary>The store that is measured. Packages come into it from the user's own.</summary>
    public string Store => Path.Combine(Root, "store");

    /// <summary>A store for what is to happen unmeasured.</summary>
    public string OtherStore => Path.Combine(Root, "other-store");

    /// <summary>An apt repository for mkosi.</summary>
    public string Repository => Path.Combine(Root, "repository");

    public string Mkosi => Path.Combine(Root, "mkosi");

    /// <summary>What a started system printed.</summary>
    public string Boot => Path.Combine(Root, "boot");

    /// <summary>The packages of the comparison, pinned.</summary>
    public string LockFile => Path.Combine(Checkout, "benchmarks", "ghaf.lock");

    public string Results => Path.Combine(Checkout, "benchmarks", "results");

    public static Workspace Default(string checkout) =>
        new(checkout, Path.Combine(Path.GetDirectoryName(StoreLocation.Default())!, "benchmark"));
}
