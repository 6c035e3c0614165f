// SPDX-License-Identifier: Apache-2.0
using Xunit;

namespace Ghaf.Testing;

/// <summary>
/// Text that was reviewed once and lies in a file beside its test. <c>GHAF_UPDATE_GOLDENS=1</c> writes the files anew, for
/// the next review.
/// </summary>
public static class Golden
{
    /// <param name="path">Relative to the checkout.</param>
    public static void Matches(string path, string actual)
    {
        var file = SourceTree.PathOf(path);
        if (Environment.GetEnvironmentVariable("GHAF_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", actual);
    }
}
