// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Testing;

/// <summary>The checkout that the running tests were built from.</summary>
public static class SourceTree
{
    public static string Root { get; } = Find();

    /// <param name="path">Relative to the root.</param>
    public static string PathOf(string path) => Path.Combine(Root, path);

    private static string Find()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Ghaf.slnx")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("These tests run inside a checkout.");
    }
}
