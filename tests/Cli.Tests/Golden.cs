// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests;

/// <summary>Compares with a file beside the test. <c>GHAF_UPDATE_GOLDENS=1</c> writes the files anew.</summary>
internal static class Golden
{
    public static void Matches(string name, string actual)
    {
        var file = Path.Combine(Repository.Root, "tests", "Cli.Tests", name);
        if (Environment.GetEnvironmentVariable("GHAF_UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(file, actual);
        }

        Assert.Equal(File.ReadAllText(file), actual);
    }
}
