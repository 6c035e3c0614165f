// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions;

public class CheckoutTests
{
    [Fact]
    public void Is_found_from_a_folder_deep_in_it() =>
        Assert.Equal(SourceTree.Root.TrimEnd('/'), Checkout.Find(Path.Combine(SourceTree.Root, "src", "Cli")).Root.TrimEnd('/'));

    [Fact]
    public void Rejects_a_folder_outside_of_any()
    {
        using var scratch = new ScratchFolder();
        Assert.Throws<CheckoutNotFoundException>(() => Checkout.Find(scratch.Path));
    }
}
