// SPDX-License-Identifier: Apache-2.0
namespace Ghaf.Cli.Tests.Definitions;

public class CheckoutTests
{
    [Fact]
    public void Is_found_from_a_folder_deep_in_it() =>
        Assert.Equal(SourceTree.Root.TrimEnd('/'), Checkout.Find(Path.Combine(SourceTree.Root, "src", "Cli")).Root.TrimEnd('/'));

    [Fact]
    public void May_be_a_project_with_nothing_but_a_device()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("devices/kiosk.cs", "");
        Assert.Equal(scratch.Path, Checkout.Find(scratch.File("devices")).Root);
    }

    [Fact]
    public void Is_not_some_other_folder_of_devices()
    {
        using var scratch = new ScratchFolder();
        scratch.Write("devices/list.txt", "");
        Assert.Throws<CheckoutNotFoundException>(() => Checkout.Find(scratch.Path));
    }

    [Fact]
    public void Rejects_a_folder_outside_of_any()
    {
        using var scratch = new ScratchFolder();
        Assert.Throws<CheckoutNotFoundException>(() => Checkout.Find(scratch.Path));
    }
}
