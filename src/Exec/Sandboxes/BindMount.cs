// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Exec;

/// <summary>A file or folder of the build machine that a sandbox sees.</summary>
/// <param name="Source">Absolute path on the build machine; it has to exist.</param>
/// <param name="Target">Absolute path in the sandbox.</param>
public sealed record BindMount(string Source, string Target)
{
    /// <summary>Seen at the same path.</summary>
    public static implicit operator BindMount(string path) => FromString(path);

    public static BindMount FromString(string path) => new(path, path);
}
