// SPDX-License-Identifier: Apache-2.0
using Ghaf.Exec;

namespace Ghaf.Benchmarks.Setup;

/// <summary>What <c>rm</c> and <c>cp</c> do better than .NET: read-only folders, hard links, many files.</summary>
internal static class Folders
{
    /// <summary>Empty afterwards, whatever was there.</summary>
    public static async Task EmptyAsync(string folder, CancellationToken cancellation)
    {
        if (Directory.Exists(folder))
        {
            // A toolchain has folders that are closed to writing, which stops a user who is not root. Not files: their
            // other names would change too.
            await Command.Of("find", folder, "-type", "d", "!", "-perm", "-700", "-exec", "chmod", "u+rwx", "{}", "+")
                .RunAsync(cancellation);
            await Command.Of("rm", "-rf", folder).RunAsync(cancellation);
        }

        Directory.CreateDirectory(folder);
    }

    /// <summary>Another name for each file, in a folder that is made.</summary>
    public static async Task LinkAsync(string from, string to, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        await Command.Of("cp", "-al", from, to).RunAsync(cancellation);
    }
}
