// SPDX-License-Identifier: Apache-2.0
using System.Text.Json.Serialization;
using Ghaf.Model;

namespace Ghaf.Images;

/// <summary>One package file, pinned by its hash.</summary>
/// <param name="Name">For example <c>bash</c>.</param>
/// <param name="Version">For example <c>5.2.37-2+b10</c>.</param>
/// <param name="Architecture"><c>amd64</c>, <c>all</c>, …</param>
/// <param name="Sha256">Of the .deb file, 64 hexadecimal digits.</param>
/// <param name="Size">Of the .deb file, bytes.</param>
/// <param name="Repository">The <see cref="LockedRepository.Name"/> it comes from.</param>
/// <param name="Path">Below the repository, for example <c>pool/main/b/bash/bash_5.2.37-2+b10_amd64.deb</c>.</param>
public sealed record LockedPackage(
    string Name, string Version, string Architecture, string Sha256, long Size, string Repository, string Path)
{
    /// <summary>How sets refer to it.</summary>
    [JsonIgnore]
    public string Id => $"{Name}_{Version}_{Architecture}";

    [JsonIgnore]
    public Sha256 Hash => Model.Sha256.Parse(Sha256);

    public override string ToString() => $"{Name} {Version} ({Architecture})";
}
