// SPDX-License-Identifier: Apache-2.0
using System.Text;
using Ghaf.Host.Booting;

namespace Ghaf.Host.Tests.Booting;

public sealed class BlessBootTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ghaf-esp-").FullName;

    private string Images => Path.Combine(_folder, "EFI", "Linux");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("ghaf_2+2-1.efi", "ghaf_2.efi")]
    [InlineData("ghaf_20261124.021215+0-3.efi", "ghaf_20261124.021215.efi")]
    [InlineData("ghaf_2+3.efi", "ghaf_2.efi")]
    public void The_image_that_runs_is_not_counted_any_more(string counted, string good)
    {
        Counts($"\\EFI\\Linux\\{counted}");
        Has(counted, "ghaf_1.efi");
        Assert.Equal(0, Run());
        Assert.Equal(new[] { good, "ghaf_1.efi" }.Order(), Names());
        Assert.Equal(0, Run());
        Assert.Equal(new[] { good, "ghaf_1.efi" }.Order(), Names());
    }

    [Fact]
    public void A_boot_that_is_not_counted_changes_nothing()
    {
        Has("ghaf_2+3.efi");
        Assert.Equal(0, Run());
        Assert.Equal(["ghaf_2+3.efi"], Names());
    }

    [Fact]
    public void An_image_that_is_gone_is_told()
    {
        Counts("\\EFI\\Linux\\ghaf_2+2-1.efi");
        Has("ghaf_1.efi");
        Assert.Equal(1, Run());
    }

    private int Run() => BlessBoot.Run(_folder, _folder, Some.Log());

    private void Counts(string path) => File.WriteAllBytes(
        Path.Combine(_folder, "LoaderBootCountPath-4a67b082-0a4c-41cf-b6c7-440b29bb8c4f"),
        [6, 0, 0, 0, .. Encoding.Unicode.GetBytes(path + "\0")]);

    private void Has(params string[] names)
    {
        Directory.CreateDirectory(Images);
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(Images, name), "");
        }
    }

    private IEnumerable<string> Names() => Directory.EnumerateFiles(Images).Select(file => Path.GetFileName(file)!).Order();
}
